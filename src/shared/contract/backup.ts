import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Told } from '../told'
import { mayFailWith } from './errors'
import { latest, Time } from './feed'

/** Fewest characters of a backup's passphrase: it lies about where it can be tried for years. */
export const BACKUP_PASSPHRASE_MIN_LENGTH = 12
/** Most backups that a schedule may keep. */
export const BACKUPS_KEPT_MAX = 60

/** Protects a file that leaves this computer. */
export const Passphrase = z.string().min(BACKUP_PASSPHRASE_MIN_LENGTH).max(1_000)

/** The newest attempt of a kind. */
export const BackupRun = z.object({
  at: Time,
  name: z.string(),
  /** Null for a saved backup, which goes where the person chose. */
  folder: z.string().nullable(),
  /** In bytes. */
  size: z.number().int().nullable(),
  /** What went wrong, as a sentence; null when all went well. */
  problem: Told.nullable(),
})
export type BackupRun = z.infer<typeof BackupRun>

/** What is made by itself once a day. The passphrase never leaves the server. */
export const BackupPlan = z.object({
  folder: z.string(),
  /** Of the day in the server's time zone, 0 to 23. */
  hour: z.number().int(),
  keep: z.number().int(),
  withLogs: z.boolean(),
  nextAt: Time,
})
export type BackupPlan = z.infer<typeof BackupPlan>

export const BackupState = z.object({
  busy: z.boolean(),
  plan: BackupPlan.nullable(),
  /** Last backup that was saved by hand, made by the schedule, and tried. */
  saved: BackupRun.nullable(),
  planned: BackupRun.nullable(),
  trial: BackupRun.nullable(),
})
export type BackupState = z.infer<typeof BackupState>

const Counts = z.object({
  stations: z.number().int(),
  cards: z.number().int(),
  sessions: z.number().int(),
  files: z.number().int(),
  keys: z.number().int(),
  lostFiles: z.number().int(),
})

/** What a backup proved to hold. */
export const BackupContents = z.object({
  siteName: z.string(),
  createdAt: Time,
  program: z.string(),
  withLogs: z.boolean(),
  counts: Counts,
})
export type BackupContents = z.infer<typeof BackupContents>

/** A piece of a backup, in order; the last one says so, and without it the file is not whole. */
export const BackupPart = z.object({
  /** Of the file, as the records of the site call it. */
  name: z.string(),
  /** Base64. */
  data: z.string(),
  /** Bytes so far, this piece included, and about how many there will be. */
  done: z.number().int(),
  about: z.number().int(),
  isLast: z.boolean(),
})
export type BackupPart = z.infer<typeof BackupPart>

const UploadRef = z.object({ uploadId: z.string().max(64) })
/** Most characters of one part of a file in base64; hosts take messages of up to 256 KiB. */
const PART_MAX_LENGTH = 180_000
const OPENING = [
  'NO_BACKUP',
  'BACKUP_UNREADABLE',
  'BACKUP_DAMAGED',
  'BACKUP_CUT_OFF',
  'BACKUP_PASSPHRASE_WRONG',
  'BACKUP_TOO_NEW',
  'RESTORE_FAILED',
] as const
const FAULTS = ['NOT_SET_UP', 'BACKUP_FAILED', 'BACKUP_BUSY', 'KEY_STORE_LOCKED', 'KEY_STORE_DAMAGED'] as const

export const backup = {
  watch: oc.route({ method: 'GET', path: '/backup/watch' }).output(latest(BackupState)),

  /** The whole site in one encrypted file, in pieces; the reader may break off. */
  create: oc
    .route({ method: 'POST', path: '/backup' })
    .input(z.object({ passphrase: Passphrase, withLogs: z.boolean().default(true) }))
    .output(eventIterator(BackupPart))
    .errors(mayFailWith(...FAULTS)),

  /**
   * A key of the certificate authority with its certificates, for another program: a PKCS#12 file. `issuing` signs for
   * chargers, `root` is what they trust.
   */
  exportAuthority: oc
    .route({ method: 'POST', path: '/backup/authority' })
    .input(z.object({ role: z.enum(['root', 'issuing']), passphrase: Passphrase }))
    .output(
      z.object({
        name: z.string(),
        /** Base64. */
        data: z.string(),
      }),
    )
    .errors(mayFailWith('NOT_SET_UP', 'ROOT_KEY_AWAY', 'KEY_STORE_LOCKED', 'KEY_STORE_DAMAGED', 'STORE_WRITE_FAILED')),

  /** Makes a backup each day, in a folder of the server's computer. Without a passphrase the one given before stays. */
  setPlan: oc
    .route({ method: 'PUT', path: '/backup/plan' })
    .input(
      z.object({
        folder: z.string().trim().min(1).max(1_000),
        hour: z.number().int().min(0).max(23),
        keep: z.number().int().min(1).max(BACKUPS_KEPT_MAX),
        withLogs: z.boolean().default(true),
        passphrase: Passphrase.optional(),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved'), nextAt: Time }),
        z.object({ kind: z.literal('passphrase-needed') }),
        /** Not a whole path, not there, or not to be written to. */
        z.object({ kind: z.literal('folder-unusable'), reason: Told }),
        /** In the data folder, whose loss a backup is for. */
        z.object({ kind: z.literal('folder-of-the-site') }),
      ]),
    )
    .errors(mayFailWith('NOT_SET_UP', 'KEY_STORE_LOCKED', 'STORE_WRITE_FAILED')),

  removePlan: oc
    .route({ method: 'DELETE', path: '/backup/plan' })
    .output(z.object({ kind: z.enum(['removed', 'already-gone']) }))
    .errors(mayFailWith('STORE_WRITE_FAILED')),

  /** Makes the scheduled backup now. */
  runPlan: oc
    .route({ method: 'POST', path: '/backup/plan/run' })
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('made'), name: z.string(), size: z.number().int() }),
        z.object({ kind: z.literal('no-plan') }),
      ]),
    )
    .errors(mayFailWith(...FAULTS)),

  /** Opens the newest scheduled backup and checks all of it, without touching the site. */
  tryNewest: oc
    .route({ method: 'POST', path: '/backup/plan/try' })
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('opens'), name: z.string(), contents: BackupContents }),
        z.object({ kind: z.literal('none') }),
      ]),
    )
    .errors(mayFailWith(...FAULTS, ...OPENING)),

  /** Begins to restore a backup at the first run; its parts follow with `appendRestore`, in order, one at a time. */
  beginRestore: oc
    .route({ method: 'POST', path: '/backup/restore' })
    .input(z.object({ size: z.number().int().positive() }))
    .output(
      z.discriminatedUnion('kind', [
        /** No part may be longer than `partBytes`. */
        z.object({ kind: z.literal('begun'), uploadId: z.string(), partBytes: z.number().int() }),
        z.object({ kind: z.literal('no-room'), freeBytes: z.number().int() }),
      ]),
    )
    .errors(mayFailWith('ALREADY_SET_UP', 'RESTORE_FAILED')),

  appendRestore: oc
    .route({ method: 'POST', path: '/backup/restore/{uploadId}/parts' })
    .input(UploadRef.extend({ offset: z.number().int().nonnegative(), data: z.string().max(PART_MAX_LENGTH) }))
    .output(z.object({ kind: z.enum(['received', 'out-of-place']), received: z.number().int() }))
    .errors(mayFailWith('UNKNOWN_UPLOAD', 'RESTORE_FAILED')),

  /**
   * Opens what has come and checks all of it; it becomes the site with the next start of the program, which begins at
   * once where `restarts`. After a wrong passphrase another one may be tried.
   */
  finishRestore: oc
    .route({ method: 'POST', path: '/backup/restore/{uploadId}/finish' })
    .input(UploadRef.extend({ passphrase: z.string().min(1).max(1_000) }))
    .output(z.object({ kind: z.literal('ready'), contents: BackupContents, restarts: z.boolean() }))
    .errors(mayFailWith('UNKNOWN_UPLOAD', 'ALREADY_SET_UP', 'KEY_STORE_LOCKED', ...OPENING)),

  cancelRestore: oc
    .route({ method: 'DELETE', path: '/backup/restore/{uploadId}' })
    .input(UploadRef)
    .output(z.object({ kind: z.enum(['cancelled', 'already-gone']) })),
}
