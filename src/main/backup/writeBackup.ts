import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { AppError, reasonOf } from '@shared/errors'
import { syncFolder } from '../syncFolder'
import type { PreparedBackup } from './prepare'

/** Ending of a name under which a backup is written that is not whole yet. */
export const UNFINISHED = '.unfinished'

/**
 * Writes a backup to `file`, which is there whole or not at all, also after a power cut. @returns its size in bytes
 * @throws AppError BACKUP_FAILED
 */
export async function writeBackup(prepared: PreparedBackup, file: string): Promise<number> {
  const unfinished = `${file}${UNFINISHED}`
  let size = 0
  try {
    const handle = await open(unfinished, 'wx', 0o600).catch(async (error) => {
      await prepared.discard()
      throw error
    })
    try {
      for await (const piece of prepared.bytes()) {
        let rest = piece
        // A disk that is nearly full takes a part of it first and says so only for the rest.
        while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten)
        size += piece.length
      }
      await handle.sync()
    } catch (error) {
      await handle.close()
      await rm(unfinished, { force: true })
      throw error
    }
    await handle.close()
    await rename(unfinished, file)
    await syncFolder(path.dirname(file))
    return size
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('BACKUP_FAILED', { reason: reasonOf(error) }, { cause: error })
  }
}
