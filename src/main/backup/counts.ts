import type Database from 'better-sqlite3'

/** What a person recognises a site's database by. */
export interface DatabaseCounts {
  readonly stations: number
  readonly cards: number
  readonly sessions: number
  readonly files: number
}

/** Counts what is in a database file that is not opened as a store. */
export function countDatabase(db: Database.Database): DatabaseCounts {
  const count = (sql: string) => db.prepare(sql).pluck().get() as number
  return {
    stations: count(`SELECT count(*) FROM station WHERE admission = 'admitted'`),
    cards: count('SELECT count(*) FROM card'),
    sessions: count('SELECT count(*) FROM session'),
    files: count('SELECT count(*) FROM file'),
  }
}
