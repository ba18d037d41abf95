import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { AppError } from '@shared/errors'
import { phrase } from '../phrase'

const MIB = 1024 * 1024

/**
 * Refuses what would fill a disk: the site's ledger must never be what finds it full.
 * @throws AppError BACKUP_FAILED, with both numbers
 */
export async function requireRoom(folder: string, bytes: number, kept: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= bytes + kept) return
  const inMiB = (value: number) => Math.ceil(value / MIB)
  const reason = phrase('backup.noRoom', { folder, needed: inMiB(bytes + kept), free: Math.floor(free / MIB) })
  throw new AppError('BACKUP_FAILED', { reason })
}

/** How large a copy of the database can become: its file and what its log holds. */
export function databaseBytes(file: string): number {
  const size = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0
  return size(file) + size(`${file}-wal`)
}
