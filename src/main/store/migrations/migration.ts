import type Database from 'better-sqlite3'

/**
 * One step of the database's shape. Immutable once released: what was wrong in it is mended by the next one.
 * `up` runs inside a transaction together with the change of the version number.
 */
export interface Migration {
  /** The data version that this step leads to; one more than the step before. */
  readonly version: number
  /**
   * It makes tables anew that others refer to. References are then not followed while it runs, as SQLite advises
   * (lang_altertable, section 7), and all of them are checked before it is committed.
   */
  readonly rebuilds?: true
  readonly up: (db: Database.Database) => void
}
