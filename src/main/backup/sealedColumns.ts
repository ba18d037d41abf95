import type Database from 'better-sqlite3'
import type { KeyStore } from '../ca/keystore/keyStore'

interface SealedColumn {
  readonly table: string
  readonly column: string
}

/**
 * Every column that holds what a key store sealed: those whose name begins with `sealed_`. The name is the rule, so that
 * a table that is added later is not forgotten in backups.
 */
function sealedColumns(db: Database.Database): SealedColumn[] {
  return db
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND substr(c.name, 1, 7) = 'sealed_' ORDER BY m.name, c.name`,
    )
    .all() as SealedColumn[]
}

function envelopes(db: Database.Database, { table, column }: SealedColumn): Buffer[] {
  return db.prepare(`SELECT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`).pluck().all() as Buffer[]
}

/**
 * Opens everything that is sealed in this database with `from`, and seals it with `to`, if that is given. What is in the
 * clear meanwhile is in memory only and overwritten. @returns how many there are
 * @throws AppError KEY_STORE_LOCKED, KEY_STORE_DAMAGED of `from`; nothing is changed then
 */
export async function resealAll(db: Database.Database, from: KeyStore, to: KeyStore | null): Promise<number> {
  const changes: { readonly at: SealedColumn; readonly before: Uint8Array; readonly after: Uint8Array }[] = []
  let count = 0
  for (const at of sealedColumns(db)) {
    for (const before of envelopes(db, at)) {
      const plain = await from.open(before)
      try {
        if (to) changes.push({ at, before, after: await to.seal(plain) })
      } finally {
        plain.fill(0)
      }
      count += 1
    }
  }
  db.transaction(() => {
    // No two envelopes are the same: each has random bits of its own.
    for (const { at, before, after } of changes) {
      db.prepare(`UPDATE "${at.table}" SET "${at.column}" = ? WHERE "${at.column}" = ?`).run(after, before)
    }
  })()
  return count
}
