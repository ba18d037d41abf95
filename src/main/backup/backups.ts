import { access, constants, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BackupContents, BackupRun, BackupState } from '@shared/contract/backup'
import { AppError, reasonOf } from '@shared/errors'
import type { Told } from '@shared/told'
import type { KeyStore } from '../ca/keystore/keyStore'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { keepTold, phrase, readTold, toldOf } from '../phrase'
import type { Store } from '../store/open'
import {
  type BackupPlanRow,
  type BackupRunRow,
  backupPlan,
  deleteBackupPlan,
  insertBackupRun,
  lastBackupRun,
  markBackupRemoved,
  plannedBackups,
  putBackupPlan,
} from '../store/queries/backups'
import { appendAudit } from '../store/queries/events'
import { backupName, backupPrefix } from './backupName'
import { drillBackup } from './drill'
import { nextDaily, nextRun } from './dueTime'
import { BACKUP_LIMITS, type BackupLimits } from './limits'
import { type PreparedBackup, prepareBackup } from './prepare'
import { readBackupFile } from './readFile'
import { databaseBytes, requireRoom } from './room'
import { removeAbandonedWork } from './workFolder'
import { UNFINISHED, writeBackup } from './writeBackup'

export interface PlanOrder {
  readonly folder: string
  readonly hour: number
  readonly keep: number
  readonly withLogs: boolean
  /** Left out, the one given before stays. */
  readonly passphrase?: string
}

export type SetPlanOutcome =
  | { kind: 'saved'; nextAt: number }
  | { kind: 'passphrase-needed' | 'folder-of-the-site' }
  | { kind: 'folder-unusable'; reason: Told }

/** The backups of a running site: by hand, on a schedule, and trials whether one opens. One at a time. */
export interface Backups {
  state(): BackupState
  /** Prepares a backup to be handed out. @throws AppError BACKUP_BUSY, BACKUP_FAILED, KEY_STORE_… */
  create(actor: string, order: { passphrase: string; withLogs: boolean }): Promise<PreparedBackup & { name: string }>
  setPlan(actor: string, order: PlanOrder): Promise<SetPlanOutcome>
  /** @returns false when there was none */
  removePlan(actor: string): Promise<boolean>
  /** Makes the scheduled backup at once. @returns null without a plan; @throws as `create` */
  runPlan(): Promise<{ name: string; size: number } | null>
  /** Makes the scheduled backup if it is due; failures are kept and shown. Called by itself, too. */
  runDue(): Promise<void>
  /** Opens the newest scheduled backup. @returns null when there is none; @throws what is wrong with it */
  tryNewest(): Promise<{ name: string; contents: BackupContents } | null>
  readonly limits: BackupLimits
  /** Makes no more; waits for what is under way. */
  close(): Promise<void>
}

export interface BackupsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly keyStore: KeyStore
  readonly dataFolder: string
  readonly filesFolder: string
  readonly version: string
  readonly siteName: () => string
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<BackupLimits>
}

/** An unfinished backup so old is nobody's any more, in milliseconds. */
const ABANDONED_MS = 24 * 3_600_000

/** Opens the backups of a site whose data folder is locked; what a crash left of one is removed. */
export function createBackups(deps: BackupsDeps): Backups {
  const { store, clock, changes, keyStore, dataFolder, siteName } = deps
  const { read, writer } = store
  const limits = { ...BACKUP_LIMITS, ...deps.limits }
  let underWay: Promise<unknown> | null = null
  let isClosed = false
  removeAbandonedWork(dataFolder)

  /** Runs one piece of work alone. */
  const alone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (isClosed) throw new AppError('STORE_CLOSED')
    if (underWay !== null) throw new AppError('BACKUP_BUSY')
    const running = work()
    underWay = running
    changes.emit('backup', 0)
    try {
      return await running
    } finally {
      underWay = null
      changes.emit('backup', 0)
    }
  }

  const prepare = async (passphrase: string, withLogs: boolean, now: number): Promise<PreparedBackup> => {
    await requireRoom(dataFolder, databaseBytes(store.file), limits.freeBytesKept)
    return prepareBackup({
      database: store.file,
      filesFolder: deps.filesFolder,
      keyStore,
      passphrase,
      withLogs,
      siteName: siteName(),
      program: deps.version,
      now,
      workParent: dataFolder,
      cost: limits.cost,
    })
  }

  const note = async (row: Omit<BackupRunRow, 'id' | 'removed' | 'at'>, at: number) => {
    await writer.write((db) => insertBackupRun(db, { at, ...row }, limits.runsKept))
    changes.emit('backup', 0)
  }

  const passphraseOf = async (plan: BackupPlanRow): Promise<string> => {
    const plain = await keyStore.open(plan.sealed_passphrase)
    try {
      return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString('utf8')
    } finally {
      plain.fill(0)
    }
  }

  const makePlanned = async (plan: BackupPlanRow): Promise<{ name: string; size: number }> => {
    const now = clock()
    const name = backupName(siteName(), now)
    const { folder } = plan
    try {
      const prepared = await prepare(await passphraseOf(plan), plan.with_logs === 1, now)
      try {
        await requireRoom(folder, prepared.size, limits.freeBytesKept)
      } catch (error) {
        await prepared.discard()
        throw error
      }
      const size = await writeBackup(prepared, path.join(folder, name))
      await note({ kind: 'planned', folder, name, size, problem: null }, now)
      await makeRoom(plan).catch(deps.onFailure)
      return { name, size }
    } catch (error) {
      const fault =
        error instanceof AppError ? error : new AppError('BACKUP_FAILED', { reason: reasonOf(error) }, { cause: error })
      await note({ kind: 'planned', folder, name, size: null, problem: keepTold(toldOf(fault)) }, now)
      throw fault
    }
  }

  /** Removes the oldest backups beyond what the plan keeps: only files that it has made itself, and what a crash left of one. */
  const makeRoom = async ({ folder, keep }: BackupPlanRow) => {
    for (const { id, name } of plannedBackups(read, folder).slice(keep)) {
      await rm(path.join(folder, name), { force: true })
      await writer.write((db) => markBackupRemoved(db, id))
    }
    for (const name of await readdir(folder)) {
      if (!name.startsWith(backupPrefix(siteName())) || !name.endsWith(UNFINISHED)) continue
      const left = path.join(folder, name)
      if (clock() - (await stat(left)).mtimeMs > ABANDONED_MS) await rm(left, { force: true })
    }
  }

  const runDue = async () => {
    const plan = backupPlan(read)
    if (!plan || underWay !== null || isClosed) return
    if (clock() < nextRun(plan, lastBackupRun(read, 'planned'), limits.retryMs)) return
    // What went wrong is in the list of runs and shown.
    await alone(() => makePlanned(plan)).catch(deps.onFailure)
  }
  const timer = setInterval(() => void runDue().catch(deps.onFailure), limits.lookEveryMs)
  timer.unref()

  return {
    limits,

    state() {
      const plan = backupPlan(read)
      const last = (kind: BackupRunRow['kind']) => toRun(lastBackupRun(read, kind))
      return {
        busy: underWay !== null,
        plan: plan
          ? {
              folder: plan.folder,
              hour: plan.hour,
              keep: plan.keep,
              withLogs: plan.with_logs === 1,
              nextAt: nextRun(plan, lastBackupRun(read, 'planned'), limits.retryMs),
            }
          : null,
        saved: last('saved'),
        planned: last('planned'),
        trial: last('trial'),
      }
    },

    create: (actor, { passphrase, withLogs }) =>
      alone(async () => {
        const at = clock()
        const name = backupName(siteName(), at)
        const prepared = await prepare(passphrase, withLogs, at)
        const keep = async (size: number | null, problem: string | null) => {
          await note({ kind: 'saved', folder: null, name, size, problem }, at)
        }
        return {
          ...prepared,
          name,
          async *bytes() {
            let size = 0
            for await (const piece of prepared.bytes()) {
              size += piece.length
              yield piece
            }
            await keep(size, null)
            await writer.write((db) =>
              appendAudit(db, { at, actor, action: 'backup-saved', subject: name, detail: { size, withLogs } }),
            )
            changes.emit('audit', 0)
          },
        }
      }),

    async setPlan(actor, order) {
      const { hour, keep, withLogs, passphrase } = order
      const folder = path.resolve(order.folder)
      const unusable = path.isAbsolute(order.folder) ? await whyUnusable(folder) : phrase('backup.notAbsolute')
      if (unusable !== null) return { kind: 'folder-unusable', reason: unusable }
      if (`${folder}${path.sep}`.startsWith(path.resolve(dataFolder) + path.sep)) return { kind: 'folder-of-the-site' }
      const before = backupPlan(read)
      const sealed = passphrase === undefined ? before?.sealed_passphrase : await seal(keyStore, passphrase)
      if (!sealed) return { kind: 'passphrase-needed' }
      const since = clock()
      await writer.write((db) => {
        putBackupPlan(db, { folder, hour, keep, with_logs: withLogs ? 1 : 0, since, sealed })
        const detail = { hour, keep, withLogs }
        appendAudit(db, { at: since, actor, action: 'backup-plan-set', subject: folder, detail })
      })
      changes.emit('backup', 0)
      changes.emit('audit', 0)
      return { kind: 'saved', nextAt: nextDaily(since, hour) }
    },

    async removePlan(actor) {
      const plan = backupPlan(read)
      const at = clock()
      const isGone = await writer.write((db) => {
        if (!deleteBackupPlan(db)) return false
        appendAudit(db, { at, actor, action: 'backup-plan-removed', subject: plan?.folder ?? '', detail: {} })
        return true
      })
      changes.emit('backup', 0)
      changes.emit('audit', 0)
      return isGone
    },

    async runPlan() {
      const plan = backupPlan(read)
      return plan ? alone(() => makePlanned(plan)) : null
    },

    runDue,

    async tryNewest() {
      const plan = backupPlan(read)
      const newest = plan && plannedBackups(read, plan.folder)[0]
      if (!plan || !newest) return null
      return alone(async () => {
        const at = clock()
        const { folder } = plan
        const { name, size } = newest
        try {
          await requireRoom(dataFolder, size ?? 0, limits.freeBytesKept)
          const contents = await drillBackup({
            bytes: readBackupFile(path.join(folder, name)),
            passphrase: await passphraseOf(plan),
            workParent: dataFolder,
          })
          await note({ kind: 'trial', folder, name, size, problem: null }, at)
          return { name, contents }
        } catch (error) {
          await note({ kind: 'trial', folder, name, size, problem: keepTold(toldOf(error)) }, at)
          throw error
        }
      })
    },

    async close() {
      isClosed = true
      clearInterval(timer)
      await underWay?.catch(() => {})
    },
  }
}

function toRun(row: BackupRunRow | undefined): BackupRun | null {
  return row
    ? {
        at: row.at,
        name: row.name,
        folder: row.folder,
        size: row.size,
        problem: row.problem === null ? null : readTold(row.problem),
      }
    : null
}

async function whyUnusable(folder: string): Promise<Told | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return phrase('backup.notAFolder')
    await access(folder, constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') return phrase('backup.noSuchFolder')
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return phrase('backup.notWritable')
    return toldOf(error)
  }
}

async function seal(keyStore: KeyStore, passphrase: string): Promise<Uint8Array> {
  const plain = Buffer.from(passphrase, 'utf8')
  try {
    return await keyStore.seal(plain)
  } finally {
    plain.fill(0)
  }
}
