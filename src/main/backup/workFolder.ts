import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'

const PREFIX = 'backup-work-'
const OURS = /^backup-work-[0-9a-f]{12}$/

/** A folder for what is unpacked or copied, on the disk of the data folder and open to its owner only. */
export interface WorkFolder {
  readonly path: string
  remove(): Promise<void>
}

export function makeWorkFolder(parent: string): WorkFolder {
  const folder = path.join(parent, `${PREFIX}${randomBytes(6).toString('hex')}`)
  mkdirSync(folder, { mode: 0o700 })
  return {
    path: folder,
    // Windows lets go of a closed database a moment late.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}

/** Removes what a crash left of backups and restores. Only for who holds the lock of the data folder. */
export function removeAbandonedWork(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (OURS.test(name)) rmSync(path.join(parent, name), { recursive: true, force: true })
  }
}
