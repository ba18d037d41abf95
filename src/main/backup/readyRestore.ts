import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { AppError, reasonOf } from '@shared/errors'
import { syncFolder } from '../syncFolder'
import { putInPlace, requireNoSite } from './restore'

/** Folder of a restore that is whole and only waits for the next start. */
const READY = 'restore-ready'

const readyFolder = (dataFolder: string) => path.join(dataFolder, READY)
const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

/** Keeps what was unpacked and checked in `unpacked` for the next start; one from before makes room. */
export async function keepForNextStart(unpacked: string, dataFolder: string): Promise<void> {
  await remove(readyFolder(dataFolder))
  await syncFolder(unpacked)
  await rename(unpacked, readyFolder(dataFolder))
  await syncFolder(dataFolder)
}

/**
 * Puts a restore that is ready in its place, before the database is opened. Where a site was set up meanwhile that one
 * stays, and the restore is dropped. A start that ends in the middle goes on with it at the next one.
 * @throws AppError RESTORE_FAILED
 */
export async function applyReadyRestore(dataFolder: string): Promise<void> {
  const folder = readyFolder(dataFolder)
  if (!existsSync(folder)) return
  const database = path.join(folder, 'chargehand.db')
  try {
    if (existsSync(database) && hasNoSite(dataFolder)) {
      await putInPlace({ database, files: path.join(folder, 'files') }, dataFolder)
    }
    await remove(folder)
  } catch (error) {
    throw new AppError('RESTORE_FAILED', { folder: dataFolder, reason: reasonOf(error) }, { cause: error })
  }
}

function hasNoSite(dataFolder: string): boolean {
  try {
    requireNoSite(dataFolder)
    return true
  } catch {
    return false
  }
}
