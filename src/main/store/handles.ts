import type Database from 'better-sqlite3'

declare const reading: unique symbol
declare const writing: unique symbol

/** A connection that may be read from. Its own connection is opened read-only, so a write through it fails in SQLite. */
export type ReadDb = Database.Database & { readonly [reading]: true }

/** The one connection that may be written to. Only the writer hands it out, inside a transaction. */
export type WriteDb = ReadDb & { readonly [writing]: true }

/** Values that SQLite stores in a STRICT table. */
export type SqlValue = string | number | bigint | Uint8Array | null

/** A prepared statement, and how its values are handed over. */
interface Prepared {
  readonly statement: Database.Statement
  /** better-sqlite3 takes `?1` for a name: values for numbered places go over as an object of numbers. */
  readonly numbered: boolean
}

const prepared = new WeakMap<Database.Database, Map<string, Prepared>>()

/** The prepared form of `sql` on this connection, prepared at first use. */
function prepare(db: ReadDb, sql: string): Prepared {
  let statements = prepared.get(db)
  if (!statements) {
    statements = new Map()
    prepared.set(db, statements)
  }
  let found = statements.get(sql)
  if (!found) {
    found = { statement: db.prepare(sql), numbered: sql.includes('?1') }
    statements.set(sql, found)
  }
  return found
}

function byNumber(values: SqlValue[]): Record<number, SqlValue> {
  return Object.fromEntries(values.map((value, index) => [index + 1, value]))
}

/** Runs a statement without values, such as `COMMIT`. Its text, as all texts here, must be a constant: it is kept. */
export function execute(db: WriteDb, sql: string): void {
  prepare(db, sql).statement.run()
}

/** The first row, or undefined. The caller names the row's shape; STRICT tables keep it true. */
export function one<Shape>(db: ReadDb, sql: string, ...values: SqlValue[]): Shape | undefined {
  const { statement, numbered } = prepare(db, sql)
  return (numbered ? statement.get(byNumber(values)) : statement.get(...values)) as Shape | undefined
}

export function all<Shape>(db: ReadDb, sql: string, ...values: SqlValue[]): Shape[] {
  const { statement, numbered } = prepare(db, sql)
  return (numbered ? statement.all(byNumber(values)) : statement.all(...values)) as Shape[]
}

/** Runs a write; gives the number of rows changed and the id of the row inserted last. */
export function run(db: WriteDb, sql: string, ...values: SqlValue[]): { changes: number; id: number } {
  const { statement, numbered } = prepare(db, sql)
  const result = numbered ? statement.run(byNumber(values)) : statement.run(...values)
  return { changes: result.changes, id: Number(result.lastInsertRowid) }
}

/** Rows a statement of many takes: what calls and locks cost is shared by that many. */
const ROWS_TOGETHER = 10

/**
 * A statement that takes one row or many. @param columns values of one row
 * @param sql its text for a number of rows, called for two numbers only
 * @returns runs it for all values, row after row
 */
export function inRows(columns: number, sql: (rows: number) => string): (db: WriteDb, values: SqlValue[]) => void {
  const [many, single] = [sql(ROWS_TOGETHER), sql(1)]
  const together = columns * ROWS_TOGETHER
  return (db, values) => {
    let from = 0
    for (; values.length - from >= together; from += together) run(db, many, ...values.slice(from, from + together))
    for (; from < values.length; from += columns) run(db, single, ...values.slice(from, from + columns))
  }
}
