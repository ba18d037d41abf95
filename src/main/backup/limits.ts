import { BACKUP_SCRYPT, type ScryptCost } from './backupKey'

/** Every limit of making and keeping backups. Sizes in bytes, times in milliseconds. */
export interface BackupLimits {
  /** Room that is left on the disk of the data folder for the ledger: a backup that would go below it is not made. */
  readonly freeBytesKept: number
  /** How often it is looked whether a backup is due. */
  readonly lookEveryMs: number
  /** A scheduled backup that failed is tried again so much later. */
  readonly retryMs: number
  /** Runs that are remembered; more than twice what a schedule may keep. */
  readonly runsKept: number
  /** Largest piece of a backup in one message to the console, before it is written as base64. */
  readonly partBytes: number
  readonly cost: ScryptCost
}

export const BACKUP_LIMITS: BackupLimits = {
  freeBytesKept: 256 * 1024 * 1024,
  lookEveryMs: 60_000,
  retryMs: 3_600_000,
  runsKept: 400,
  partBytes: 128 * 1024,
  cost: BACKUP_SCRYPT,
}
