import { createReadStream } from 'node:fs'
import { AppError, reasonOf } from '@shared/errors'
import { PART_OCTETS } from './sealedStream'

/** The bytes of a backup file. @throws AppError BACKUP_UNREADABLE, while it is read */
export async function* readBackupFile(file: string): AsyncGenerator<Buffer, void, void> {
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PART_OCTETS })) yield piece as Buffer
  } catch (error) {
    throw new AppError('BACKUP_UNREADABLE', { file, reason: reasonOf(error) }, { cause: error })
  }
}
