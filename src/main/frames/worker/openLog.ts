import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { WriteDb } from '../../store/handles.ts'

/** `CHLG`: marks the file as a live log of Chargehand. */
const APPLICATION_ID = 0x43484c47
const VERSION = 1
/** The journal is cut back to this many bytes when it is copied into the file. */
const JOURNAL_BYTES = 8 * 1024 * 1024
const CACHE_KIB = 2 * 1024

const TABLES = `
CREATE TABLE IF NOT EXISTS station (id INTEGER PRIMARY KEY, identity TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS action (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS frame (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  station_id INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  kind TEXT NOT NULL,
  message_id TEXT,
  action TEXT,
  counterpart INTEGER,
  latency_ms INTEGER,
  problem TEXT,
  detail TEXT,
  length INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  -- At the end: what lists ask for is read without it.
  text TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS frame_station ON frame (station_id, id);
CREATE INDEX IF NOT EXISTS frame_problem ON frame (id) WHERE problem IS NOT NULL;
`

/**
 * Opens the file of the live log, or makes it. It is a log: the last second may be lost at a power cut, and a file that
 * is damaged or of another version is put aside as `<file>.old` and begun anew.
 * @throws what the system says when nothing can be written there
 */
export function openLog(file: string): WriteDb {
  try {
    return open(file)
  } catch (error) {
    if (!isUnusable(error)) throw error
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    renameSync(file, `${file}.old`)
    return open(file)
  }
}

class OtherVersion extends Error {}

function isUnusable(error: unknown): boolean {
  if (error instanceof OtherVersion) return true
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'SQLITE_NOTADB' || (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT'))
}

function open(file: string): WriteDb {
  // Its owner's alone from the first byte on; the journal takes after it.
  closeSync(openSync(file, 'a', 0o600))
  const db = new Database(file)
  try {
    db.pragma(`cache_size = -${CACHE_KIB}`)
    db.pragma('journal_mode = WAL')
    // Survives the end of the program; a power cut may cost the last second.
    db.pragma('synchronous = NORMAL')
    db.pragma(`journal_size_limit = ${JOURNAL_BYTES}`)
    // What a statement of many rows needs to undo itself: in a file, it was twice as many writes as the log itself.
    db.pragma('temp_store = MEMORY')
    const owner = db.pragma('application_id', { simple: true })
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get()
    const isOurs = owner === APPLICATION_ID && db.pragma('user_version', { simple: true }) === VERSION
    if (!isOurs && tables !== 0) throw new OtherVersion()
    db.exec(TABLES)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${VERSION}`)
    return db as unknown as WriteDb
  } catch (error) {
    db.close()
    throw error
  }
}
