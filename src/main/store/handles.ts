import type Database from 'better-sqlite3'

declare const reading: unique symbol
declare const writing: unique symbol

/** A connection that may be read from. Its own connection is opened read-only, so a write through it fails in SQLite. */
export type ReadDb = Database.Database & { readonly [reading]: true }

/** The one connection that may be written to. Only the writer hands it out, inside a transaction. */
export type WriteDb = ReadDb & { readonly [writing]: true }

/** Values that SQLite stores in a STRICT table. */
export type SqlValue = string | number | bigint | Uint8Array | null
export type Row = Record<string, SqlValue>

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/**
 * The prepared form of `sql` on this connection, prepared at first use. The text must be a constant: every different
 * text is kept for as long as the connection lives.
 */
export function statement(db: ReadDb, sql: string): Database.Statement {
  let statements = prepared.get(db)
  if (!statements) {
    statements = new Map()
    prepared.set(db, statements)
  }
  let found = statements.get(sql)
  if (!found) {
    found = db.prepare(sql)
    statements.set(sql, found)
  }
  return found
}

/** better-sqlite3 takes `?1` for a name: values for numbered places are handed over as an object of numbers. */
function bound(sql: string, values: SqlValue[]): unknown[] {
  if (!sql.includes('?1')) return values
  return [Object.fromEntries(values.map((value, index) => [index + 1, value]))]
}

/** The first row, or undefined. The caller names the row's shape; STRICT tables keep it true. */
export function one<Shape>(db: ReadDb, sql: string, ...values: SqlValue[]): Shape | undefined {
  return statement(db, sql).get(...bound(sql, values)) as Shape | undefined
}

export function all<Shape>(db: ReadDb, sql: string, ...values: SqlValue[]): Shape[] {
  return statement(db, sql).all(...bound(sql, values)) as Shape[]
}

/** Runs a write; gives the number of rows changed and the id of the row inserted last. */
export function run(db: WriteDb, sql: string, ...values: SqlValue[]): { changes: number; id: number } {
  const result = statement(db, sql).run(...bound(sql, values))
  return { changes: result.changes, id: Number(result.lastInsertRowid) }
}
