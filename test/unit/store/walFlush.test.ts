import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createWalFlush } from '@main/store/walFlush'
import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { testFolder } from '../../support/testStore'

const opened: { close(): void }[] = []
afterEach(() => {
  for (const each of opened.splice(0).reverse()) each.close()
})

function setUp() {
  const db = new Database(join(testFolder(), 'flush.db'))
  opened.push(db)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec('CREATE TABLE entry (value INTEGER) STRICT')
  const flush = createWalFlush(db)
  opened.push(flush)
  const flushed = () =>
    new Promise<void>((resolve, reject) => flush.begin((error) => (error ? reject(error) : resolve())))
  return { db, flush, flushed }
}

test('a flush is of the log that SQLite writes, also after it was begun anew', async () => {
  const { db, flush, flushed } = setUp()
  db.exec('INSERT INTO entry VALUES (1)')
  await flushed()
  const log = `${db.name}-wal`
  const { ino } = statSync(log)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('INSERT INTO entry VALUES (2)')
  await flushed()
  flush.now()
  // The same file all the while: what was opened once is what is flushed.
  expect(statSync(log).ino).toBe(ino)
  expect(statSync(log).size).toBeGreaterThan(0)
})

test('opening and closing the log frees none of SQLite\u2019s locks', async () => {
  const { db, flush, flushed } = setUp()
  db.exec('BEGIN IMMEDIATE; INSERT INTO entry VALUES (1)')
  const other = new Database(db.name, { timeout: 0 })
  opened.push(other)
  await flushed()
  flush.close()
  closeSync(openSync(`${db.name}-wal`, 'r+'))
  expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/)
  db.exec('COMMIT')
})

test('after a flush that failed the log is copied into the database before anything counts as flushed again', async () => {
  const { db, flushed } = setUp()
  db.exec('INSERT INTO entry VALUES (1)')
  await flushed()
  // Its file is taken away under it, as a failing disk would do.
  const log = statSync(`${db.name}-wal`).ino
  const descriptor = descriptorOf(log)
  if (descriptor === null) throw new Error('the log is not open')
  closeSync(descriptor)
  db.exec('INSERT INTO entry VALUES (2)')
  await expect(flushed()).rejects.toThrow(/EBADF/)
  await flushed()
  expect(statSync(`${db.name}-wal`).size).toBe(0)
  expect(db.prepare('SELECT count(*) FROM entry').pluck().get()).toBe(2)
})

/** The newest descriptor of this process that stands for a file. */
function descriptorOf(ino: number): number | null {
  let found: number | null = null
  for (let descriptor = 3; descriptor < 1_024; descriptor += 1) {
    try {
      if (fstatSync(descriptor).ino === ino) found = descriptor
    } catch {
      // No such descriptor.
    }
  }
  return found
}
