import { join } from 'node:path'
import type { WriteDb } from '@main/store/handles'
import type { Flush } from '@main/store/walFlush'
import { createWriter, WRITER_DEFAULTS, type WriterOptions } from '@main/store/writer'
import { AppError } from '@shared/errors'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { testFolder } from '../../support/testStore'

const opened: Database.Database[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const db of opened.splice(0)) db.close()
})

function connect(file: string, verbose?: (sql?: unknown) => void): Database.Database {
  const db = new Database(file, { verbose })
  opened.push(db)
  return db
}

/** A disk that takes no time. */
const AT_ONCE: Flush = { begin: (done) => done(null), now: () => {}, close: () => {} }

/** A disk that is done when the test says so. */
function slowDisk() {
  const waiting: ((error: Error | null) => void)[] = []
  const flush: Flush = { begin: (done) => waiting.push(done), now: () => {}, close: () => {} }
  const end = (error: Error | null = null) => waiting.shift()?.(error)
  return { flush, end, flushes: () => waiting.length }
}

/** A writer on a database of one table, a second connection that sees only what is committed, and a count of commits. */
function setUp(options: Partial<WriterOptions> = {}) {
  const file = join(testFolder(), 'writer.db')
  let commits = 0
  const db = connect(file, (sql) => {
    if (sql === 'COMMIT') commits += 1
  })
  db.pragma('journal_mode = WAL')
  db.exec('CREATE TABLE entry (value TEXT PRIMARY KEY) STRICT')
  const outside = connect(file)
  const lazyFailures: unknown[] = []
  const writer = createWriter(db as WriteDb, {
    ...WRITER_DEFAULTS,
    flush: AT_ONCE,
    onLazyFailure: (error) => lazyFailures.push(error),
    ...options,
  })
  return {
    db,
    writer,
    lazyFailures,
    commits: () => commits,
    committed: () => outside.prepare('SELECT value FROM entry ORDER BY value').pluck().all() as string[],
  }
}

const insert = (value: string) => (db: WriteDb) => {
  db.prepare('INSERT INTO entry (value) VALUES (?)').run(value)
  return value
}

/** Fills a table until SQLite has no page left. */
const fill = (db: WriteDb) => {
  for (let index = 0; index < 100; index += 1) insert(`${index}`.padStart(4_000, '.'))(db)
}

describe('group commit', () => {
  test('all that waits in one turn is one transaction, in order', async () => {
    const { writer, commits, committed } = setUp()
    const seenInside: string[][] = []
    const jobs = ['a', 'b', 'c'].map((value) =>
      writer.write((db) => {
        seenInside.push(committed())
        return insert(value)(db)
      }),
    )
    expect(committed()).toEqual([])
    expect(await Promise.all(jobs)).toEqual(['a', 'b', 'c'])
    expect(commits()).toBe(1)
    // While they ran, nobody else saw any of them.
    expect(seenInside).toEqual([[], [], []])
    expect(committed()).toEqual(['a', 'b', 'c'])
  })

  test('a result is given only after the commit', async () => {
    const { writer, committed } = setUp()
    const atResult = await writer.write(insert('a')).then(() => committed())
    expect(atResult).toEqual(['a'])
  })

  test('jobs of later turns are transactions of their own', async () => {
    const { writer, commits } = setUp()
    await writer.write(insert('a'))
    await writer.write(insert('b'))
    expect(commits()).toBe(2)
  })

  test('a throwing job undoes only itself', async () => {
    const { writer, commits, committed } = setUp()
    const results = await Promise.allSettled([
      writer.write(insert('a')),
      writer.write((db) => {
        insert('half')(db)
        throw new Error('changed its mind')
      }),
      writer.write(insert('a')),
      writer.write(insert('b')),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(results[1]).toMatchObject({ reason: { message: 'changed its mind' } })
    expect(results[2]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } })
    expect(committed()).toEqual(['a', 'b'])
    expect(commits()).toBe(1)
  })

  test('a transaction holds at most maxBatch jobs, and none is left behind', async () => {
    const { writer, commits, committed } = setUp({ maxBatch: 3 })
    const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    await Promise.all(values.map((value) => writer.write(insert(value))))
    expect(commits()).toBe(3)
    expect(committed()).toEqual(values)
  })

  test('whatever mix of jobs: exactly the ones that were not thrown are there', async () => {
    const jobs = fc.array(
      fc.record({ key: fc.nat(20), fails: fc.boolean(), lazy: fc.boolean(), nextTurn: fc.boolean() }),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(jobs, fc.integer({ min: 1, max: 8 }), async (plan, maxBatch) => {
        const { writer, committed } = setUp({ maxBatch })
        const expected = new Set<string>()
        const done: Promise<unknown>[] = []
        for (const { key, fails, lazy, nextTurn } of plan) {
          const value = String(key)
          const job = (db: WriteDb) => {
            insert(value)(db)
            if (fails) throw new Error('fails')
            return value
          }
          if (!fails) expected.add(value)
          if (lazy) writer.writeSoon(job)
          else done.push(writer.write(job).catch(() => null))
          if (nextTurn) await new Promise((resolve) => setImmediate(resolve))
        }
        await Promise.all(done)
        writer.close()
        expect(committed()).toEqual([...expected].sort())
      }),
      { numRuns: 15 },
    )
  })
})

describe('lazy writes', () => {
  test('join the next transaction', async () => {
    const { writer, commits, committed } = setUp({ lazyMs: 60_000 })
    writer.writeSoon(insert('lazy'))
    await writer.write(insert('now'))
    expect(committed()).toEqual(['lazy', 'now'])
    expect(commits()).toBe(1)
    writer.close()
    expect(commits()).toBe(1)
  })

  test('start one by themselves after lazyMs, once', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { writer, commits, committed } = setUp({ lazyMs: 200 })
    const results: string[] = []
    writer.writeSoon(insert('a'), { afterCommit: (value) => results.push(`${value} ${committed().length}`) })
    vi.advanceTimersByTime(150)
    writer.writeSoon(insert('b'))
    expect(committed()).toEqual([])
    vi.advanceTimersByTime(50)
    expect(committed()).toEqual(['a', 'b'])
    expect(results).toEqual(['a 2'])
    expect(commits()).toBe(1)
    vi.advanceTimersByTime(1_000)
    expect(commits()).toBe(1)
  })

  test('that are wanted promptly do not wait for lazyMs', async () => {
    const { writer, committed } = setUp({ lazyMs: 60_000 })
    await new Promise<void>((resolve) => {
      writer.writeSoon(insert('a'), { promptly: true, afterCommit: () => resolve() })
    })
    expect(committed()).toEqual(['a'])
  })

  test('tell of their failure', async () => {
    const { writer, lazyFailures } = setUp()
    writer.writeSoon(() => {
      throw new Error('nobody waits')
    })
    await writer.write(insert('a'))
    expect(lazyFailures).toEqual([expect.objectContaining({ message: 'nobody waits' })])
  })

  test('whose listener throws keep nobody else from their result', async () => {
    const { writer, lazyFailures, committed } = setUp()
    writer.writeSoon(insert('a'), {
      afterCommit: () => {
        throw new Error('bad listener')
      },
    })
    expect(await writer.write(insert('b'))).toBe('b')
    expect(lazyFailures).toEqual([expect.objectContaining({ message: 'bad listener' })])
    expect(committed()).toEqual(['a', 'b'])
  })
})

describe('closing', () => {
  test('writes what waits, then refuses', async () => {
    const { writer, committed } = setUp({ maxBatch: 1, lazyMs: 60_000 })
    const first = writer.write(insert('a'))
    const second = writer.write(insert('b'))
    writer.writeSoon(insert('c'))
    writer.close()
    expect(committed()).toEqual(['a', 'b', 'c'])
    expect(await Promise.all([first, second])).toEqual(['a', 'b'])
    await expect(writer.write(insert('d'))).rejects.toMatchObject({ code: 'STORE_CLOSED' })
    writer.writeSoon(insert('e'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(committed()).toEqual(['a', 'b', 'c'])
  })
})

describe('a full disk', () => {
  test('fails everything of the turn as STORE_WRITE_FAILED, and the writer works again when there is room', async () => {
    const { db, writer, committed, lazyFailures } = setUp()
    await writer.write(insert('before'))
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 2}`)
    writer.writeSoon(insert('lazy'))
    const results = await Promise.allSettled([writer.write(insert('small')), writer.write(fill)])
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'STORE_WRITE_FAILED' } })
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(AppError)
    }
    expect(lazyFailures).toEqual([expect.objectContaining({ code: 'STORE_WRITE_FAILED' })])
    expect(committed()).toEqual(['before'])

    db.pragma('max_page_count = 1000000')
    expect(await writer.write(insert('after'))).toBe('after')
    expect(committed()).toEqual(['after', 'before'])
  })

  test('a database that somebody else holds is a failure, and passes', async () => {
    const { db, writer, committed } = setUp()
    db.pragma('busy_timeout = 0')
    const other = connect(db.name)
    other.exec('BEGIN IMMEDIATE')
    await expect(writer.write(insert('a'))).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' })
    other.exec('ROLLBACK')
    await writer.write(insert('a'))
    expect(committed()).toEqual(['a'])
  })
})

describe('a disk that takes its time', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve))

  test('nobody hears of a commit before it is flushed, and what comes meanwhile is one group', async () => {
    const disk = slowDisk()
    const { writer, commits, committed } = setUp({ flush: disk.flush })
    const told: string[] = []
    const write = (value: string) => void writer.write(insert(value)).then((result) => told.push(result))
    write('a')
    await turn()
    expect([commits(), disk.flushes(), told]).toEqual([1, 1, []])
    write('b')
    await turn()
    write('c')
    await turn()
    // One flush at a time; they wait for it, and are not even committed: that would bring them to disk no sooner.
    expect([commits(), committed(), told]).toEqual([1, ['a'], []])
    disk.end()
    await turn()
    expect([commits(), disk.flushes(), told]).toEqual([2, 1, ['a']])
    disk.end()
    await turn()
    expect([commits(), disk.flushes(), told]).toEqual([2, 0, ['a', 'b', 'c']])
  })

  test('a flush that fails fails everything it was for, and nothing else', async () => {
    const disk = slowDisk()
    const { writer, lazyFailures } = setUp({ flush: disk.flush })
    const first = writer.write(insert('a'))
    writer.writeSoon(insert('lazy'))
    await turn()
    const second = writer.write(insert('b'))
    disk.end(new Error('EIO'))
    await expect(first).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED', data: { reason: 'EIO' } })
    expect(lazyFailures).toMatchObject([{ code: 'STORE_WRITE_FAILED' }])
    disk.end()
    expect(await second).toBe('b')
  })

  test('lazy writes do not chase one flush with the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const disk = slowDisk()
    const { writer, commits } = setUp({ flush: disk.flush, lazyMs: 200 })
    const first = writer.write(insert('a'))
    await turn()
    writer.writeSoon(insert('lazy'))
    disk.end()
    await first
    expect(commits()).toBe(1)
    vi.advanceTimersByTime(200)
    expect(commits()).toBe(2)
  })

  test('writeNow waits for no disk, and gives or throws what its job did', async () => {
    const disk = slowDisk()
    const { writer, committed } = setUp({ flush: disk.flush })
    const waiting = writer.write(insert('a'))
    expect(writer.writeNow(insert('b'))).toBe('b')
    expect(committed()).toEqual(['a', 'b'])
    expect(() => writer.writeNow(insert('b'))).toThrow(/UNIQUE/)
    disk.end()
    expect(await waiting).toBe('a')
  })

  test('flushed() tells when all that was committed is on disk', async () => {
    const disk = slowDisk()
    const { writer } = setUp({ flush: disk.flush })
    await writer.flushed()
    void writer.write(insert('a'))
    await turn()
    writer.writeNow(insert('b'))
    let isFlushed = false
    const flushed = writer.flushed().then(() => {
      isFlushed = true
    })
    disk.end()
    await turn()
    expect(isFlushed).toBe(false)
    disk.end()
    await flushed
    const failing = writer.write(insert('c'))
    await turn()
    const doubtful = writer.flushed()
    disk.end()
    disk.end(new Error('EIO'))
    await failing
    await expect(doubtful).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' })
  })

  test('what is committed is flushed also when the next commit fails', async () => {
    const disk = slowDisk()
    const { db, writer } = setUp({ flush: disk.flush })
    const first = writer.write(insert('a'))
    await turn()
    writer.writeNow(insert('b'))
    const flushed = writer.flushed()
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 2}`)
    const tooMuch = writer.write(fill)
    disk.end()
    await first
    await expect(tooMuch).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' })
    expect(disk.flushes()).toBe(1)
    disk.end()
    await flushed
  })

  test('closing flushes what is on its way, and tells everybody once', async () => {
    const disk = slowDisk()
    let now = 0
    const { writer } = setUp({ flush: { ...disk.flush, now: () => void now++ } })
    const told: string[] = []
    const first = writer.write(insert('a'))
    await turn()
    writer.writeSoon(insert('b'), { afterCommit: (value) => told.push(value) })
    writer.close()
    expect([now, told]).toEqual([1, ['b']])
    expect(await first).toBe('a')
    disk.end()
    expect(told).toEqual(['b'])
  })
})
