import { AppError } from '@shared/errors'
import type Database from 'better-sqlite3'
import { phrase } from '../phrase'
import type { Migration } from './migrations/migration'

/** Marks the file as Chargehand's (`CHGH`), so that another program's database is not taken for one of ours. */
export const APPLICATION_ID = 0x43484748

/**
 * Looks whether the database is one that this program may touch; changes nothing. @returns its version
 * @throws AppError DATABASE_TOO_NEW when a newer program has written it.
 * @throws AppError DATABASE_UNREADABLE when the file belongs to another program.
 */
export function inspect(db: Database.Database, migrations: readonly Migration[], file: string): number {
  const found = db.pragma('user_version', { simple: true }) as number
  const owner = db.pragma('application_id', { simple: true }) as number
  const known = migrations.at(-1)?.version ?? 0
  if (owner !== APPLICATION_ID) {
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get()
    if (tables !== 0) throw new AppError('DATABASE_UNREADABLE', { file, reason: phrase('reasons.foreignDatabase') })
  }
  if (found > known) throw new AppError('DATABASE_TOO_NEW', { found, known })
  return found
}

/** Brings the database to the newest version, each step in a transaction of its own. @throws as `inspect` does */
export function migrate(db: Database.Database, migrations: readonly Migration[], file: string): void {
  const found = inspect(db, migrations, file)
  for (const migration of migrations) {
    if (migration.version <= found) continue
    // Inside of a transaction this can't be changed.
    const followed = migration.rebuilds && db.pragma('foreign_keys', { simple: true })
    if (followed) db.pragma('foreign_keys = OFF')
    try {
      db.transaction(() => {
        migration.up(db)
        if (migration.rebuilds) requireReferences(db)
        db.pragma(`user_version = ${migration.version}`)
        db.pragma(`application_id = ${APPLICATION_ID}`)
      }).immediate()
    } finally {
      if (followed) db.pragma('foreign_keys = ON')
    }
  }
}

function requireReferences(db: Database.Database): void {
  const [broken] = db.pragma('foreign_key_check') as { table: string }[]
  if (broken) throw new Error(`the table ${broken.table} refers to rows that are missing`)
}
