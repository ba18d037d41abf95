import { createReadStream } from 'node:fs'
import { AppError, reasonOf } from '@shared/errors'
import { phrase } from '../phrase'
import { PART_OCTETS } from './sealedStream'

/** The bytes of a backup file. @throws AppError BACKUP_UNREADABLE, while it is read */
export async function* readBackupFile(file: string): AsyncGenerator<Buffer, void, void> {
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PART_OCTETS })) yield piece as Buffer
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const reason = isMissing ? phrase('backup.noSuchFile') : reasonOf(error)
    throw new AppError('BACKUP_UNREADABLE', { file, reason }, { cause: error })
  }
}
