import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '@main/store/open'
import { putSetting, setting } from '@main/store/queries/settings'
import type { AppError } from '@shared/errors'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { openTestStore, testFolder } from '../../support/testStore'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const file = (folder: string) => join(folder, 'chargehand.db')
const open = (folder: string) => openStore({ folder, onLazyFailure: () => {} })

/** The code of the fault that opening ends in. */
function refusal(folder: string): AppError['code'] {
  try {
    open(folder).close()
  } catch (error) {
    return (error as AppError).code
  }
  throw new Error('it opened')
}

describe('an opened store', () => {
  test('leaves the flush of a commit to its writer, keeps a write-ahead log and enforces references', async () => {
    const { writer, read } = openTestStore()
    const pragmas = await writer.write((db) => [
      db.pragma('journal_mode', { simple: true }),
      db.pragma('synchronous', { simple: true }),
      db.pragma('foreign_keys', { simple: true }),
    ])
    expect(pragmas).toEqual(['wal', 1, 1])
    await expect(
      writer.write((db) => db.exec("INSERT INTO connector VALUES (99, 1, 1, 'available', NULL, 0)")),
    ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
    expect(read.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('has nothing but STRICT tables', () => {
    const { read } = openTestStore()
    const tables = read.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
    const isOurs = ({ schema, name, type }: (typeof tables)[number]) =>
      schema === 'main' && type !== 'view' && !name.startsWith('sqlite_')
    const ours = tables.filter(isOurs)
    expect(ours.length).toBeGreaterThan(10)
    expect(ours.filter((table) => table.strict !== 1)).toEqual([])
  })

  test('can not be written to through its read handle', () => {
    const { read } = openTestStore()
    expect(() => read.exec("INSERT INTO setting VALUES ('a', 'b')")).toThrow(/readonly/)
  })

  test.skipIf(process.platform === 'win32')(
    'is its owner’s alone, also in a folder that is open to others',
    async () => {
      const folder = testFolder()
      chmodSync(folder, 0o755)
      const { writer } = openTestStore({ folder })
      await writer.write((db) => putSetting(db, 'site-name', 'Harbour'))
      const data = readdirSync(folder).filter((name) => name.startsWith('chargehand.db'))
      expect(data).toContain('chargehand.db-wal')
      expect(data.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual(data.map(() => 0o600))
    },
  )

  test('keeps what was written when it is opened again', async () => {
    const folder = testFolder()
    const store = open(folder)
    await store.writer.write((db) => putSetting(db, 'site-name', 'Harbour'))
    store.close()
    expect(setting(openTestStore({ folder }).read, 'site-name')).toBe('Harbour')
  })
})

describe('a file that is not ours', () => {
  test('garbage is refused and left as it is', () => {
    const folder = testFolder()
    const garbage = 'This is no database at all. '.repeat(100)
    writeFileSync(file(folder), garbage)
    expect(refusal(folder)).toBe('DATABASE_UNREADABLE')
    expect(readFileSync(file(folder), 'utf8')).toBe(garbage)
  })

  test('a folder in its place is refused', () => {
    const folder = testFolder()
    mkdirSync(file(folder))
    expect(refusal(folder)).toBe('DATABASE_UNREADABLE')
  })

  test('a lock that can not be taken is no matter of the data, and the folder is not in use', () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'chargehand.lock'))
    expect(refusal(folder)).toBe('START_FAILED')
  })

  test("another program's database is refused and not one byte of it changed", () => {
    const folder = testFolder()
    const foreign = new Database(file(folder))
    foreign.exec('CREATE TABLE bookmark (url TEXT)')
    foreign.close()
    const before = readFileSync(file(folder))
    expect(refusal(folder)).toBe('DATABASE_UNREADABLE')
    expect(readFileSync(file(folder)).equals(before)).toBe(true)
  })

  test("a newer program's database is refused and nothing in it changed", () => {
    const folder = testFolder()
    open(folder).close()
    const newer = new Database(file(folder))
    newer.exec('CREATE TABLE invention (id INTEGER)')
    newer.pragma('user_version = 99')
    newer.close()
    const before = readFileSync(file(folder))
    expect(refusal(folder)).toBe('DATABASE_TOO_NEW')
    expect(readFileSync(file(folder)).equals(before)).toBe(true)
  })

  test('after a refusal the folder is free again', () => {
    const folder = testFolder()
    writeFileSync(file(folder), 'garbage '.repeat(200))
    expect(refusal(folder)).toBe('DATABASE_UNREADABLE')
    expect(refusal(folder)).toBe('DATABASE_UNREADABLE')
  })
})

describe('a data folder that is in use', () => {
  test('is refused in the same process and free after closing', () => {
    const folder = testFolder()
    const first = open(folder)
    expect(refusal(folder)).toBe('DATABASE_IN_USE')
    first.close()
    open(folder).close()
  })

  test('by another process is refused, and free again when that one is killed', async () => {
    const folder = testFolder()
    // The lock as the other process would hold it: the same call on the same file.
    const script = `
      const db = new (require('better-sqlite3'))(${JSON.stringify(join(folder, 'chargehand.lock'))})
      db.pragma('journal_mode = DELETE')
      db.exec('BEGIN EXCLUSIVE')
      process.stdout.write('held')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['-e', script], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    await once(child.stdout, 'data')
    expect(refusal(folder)).toBe('DATABASE_IN_USE')
    child.kill('SIGKILL')
    await once(child, 'exit')
    open(folder).close()
  })
})
