import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Backups } from '../backup/backups'
import { writeBackup } from '../backup/writeBackup'

export type BackupBefore =
  | { readonly kind: 'made'; readonly file: string | null }
  | { readonly kind: 'passphrase-needed' }

/**
 * Makes the backup that an update begins with: the way back, because an older program does not open what a newer one
 * has written. A passphrase puts it into the data folder; else it is one of the daily ones.
 * @throws AppError BACKUP_FAILED, BACKUP_BUSY, KEY_STORE_…
 */
export async function backupBefore(
  deps: { readonly backups: Backups; readonly isSetUp: () => boolean; readonly folder: string },
  actor: string,
  passphrase: string | undefined,
): Promise<BackupBefore> {
  const { backups, isSetUp, folder } = deps
  // Before the first run there is nothing whose loss would matter.
  if (!isSetUp()) return { kind: 'made', file: null }
  if (passphrase !== undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const prepared = await backups.create(actor, { passphrase, withLogs: false })
    const file = path.join(folder, prepared.name)
    await writeBackup(prepared, file)
    return { kind: 'made', file }
  }
  const { plan } = backups.state()
  const made = plan && (await backups.runPlan())
  return made ? { kind: 'made', file: path.join(plan.folder, made.name) } : { kind: 'passphrase-needed' }
}
