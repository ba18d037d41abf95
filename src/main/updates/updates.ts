import type { AuditDetail } from '@shared/auditFields'
import { SIGNED_MAX_LENGTH, type UpdateState } from '@shared/contract/updates'
import type { Phrase, Told } from '@shared/told'
import type { Backups } from '../backup/backups'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { phrase } from '../phrase'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { backupBefore } from './backupBefore'
import { type Examined, examineSigned } from './examine'
import { openFeedSource } from './feedSource'
import { createFeedWatch, type FeedWatch, type Found } from './feedWatch'
import { type Installation, installCommands, signedName } from './installation'
import { UPDATE_LIMITS, type UpdateLimits } from './limits'
import { toRelease } from './manifest'
import type { ReleaseKeys } from './releaseKeys'
import type { Refused, TakeOutcome } from './takenFile'
import { createTaking, type Taking } from './taking'
import { openUpdatePlace } from './updatePlace'

export type InstallOutcome =
  | { readonly kind: 'leaving' | 'stays' | 'by-hand'; readonly backup: string | null }
  | { readonly kind: 'nothing' | 'passphrase-needed' }
  | Refused

/** New versions of this program: found, brought, checked, and handed over to whatever installs them. */
export interface Updates
  extends Pick<FeedWatch, 'look' | 'lookDue'>,
    Pick<Taking, 'append' | 'cancel' | 'cancelFetch'> {
  state(): UpdateState
  setFeed: FeedWatch['set']
  /** As `Taking.begin`; `name` is what the person calls the file. */
  begin(actor: string, order: { signed: string; name: string; size: number }): ReturnType<Taking['begin']>
  /** As `Taking.finish`. */
  finish(actor: string, uploadId: string): Promise<TakeOutcome>
  /** As `Taking.fetch`, of what the feed was found to have. */
  fetch(actor: string): Promise<TakeOutcome | { readonly kind: 'cancelled' | 'nothing' }>
  /**
   * Makes a backup, checks the file once more and hands over. `byHand` only makes everything ready for the commands.
   * @throws AppError of the backup, STORE_WRITE_FAILED
   */
  install(actor: string, order: { passphrase?: string; byHand: boolean }): Promise<InstallOutcome>
  /** @returns false when nothing lies ready */
  discard(actor: string): Promise<boolean>
  readonly limits: UpdateLimits
  close(): Promise<void>
}

export interface UpdatesDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly onFailure: (error: unknown) => void
  readonly dataFolder: string
  /** A demo keeps nothing, and so takes nothing. */
  readonly demo: boolean
  readonly keys: ReleaseKeys
  readonly here: Installation
  readonly backups: Backups
  readonly isSetUp: () => boolean
  readonly limits?: Partial<UpdateLimits>
  /** Certificates that are trusted for a feed's https instead of the usual ones. */
  readonly ca?: string
}

/** Opens the updates of a data folder that is locked. A version that was installed meanwhile is removed from it. */
export function createUpdates(deps: UpdatesDeps): Updates {
  const { store, clock, changes, onFailure, keys, here } = deps
  const limits = { ...UPDATE_LIMITS, ...deps.limits }
  const place = openUpdatePlace(deps.dataFolder)
  let isInstalling = false

  const told = () => changes.emit('update', 0)
  const examine = (signed: string): Examined => examineSigned(signed, keys, here)
  const whyNot = (): Phrase | null => {
    if (keys.keys.length === 0) return phrase('updates.refused.noKey')
    if (deps.demo) return phrase('updates.refused.demo')
    return isInstalling ? phrase('updates.refused.busy') : null
  }

  const readReady = (): Found | null => {
    const signed = place.signed()
    if (signed === null) return null
    const examined = examine(signed)
    return examined.kind === 'good' ? { manifest: examined.manifest, signed } : null
  }
  let ready = readReady()
  if (ready === null) place.removeReady().catch(onFailure)

  const taking = createTaking({ place, limits, examine, whyNot, onProgress: told })
  const watch = createFeedWatch({
    ...deps,
    limits,
    examine,
    name: signedName(keys.product, here),
    maxBytes: SIGNED_MAX_LENGTH,
    hasKeys: keys.keys.length > 0,
    open: (address) => openFeedSource(address, { limits, ca: deps.ca }),
  })

  const audit = async (
    actor: string,
    action: 'update-ready' | 'update-refused' | 'update-started' | 'update-discarded',
    subject: string,
    detail: AuditDetail,
  ) => {
    const at = clock()
    await store.writer.write((db) => appendAudit(db, { at, actor, action, subject, detail }))
    changes.emit('audit', 0)
  }
  const auditRefused = (actor: string, name: string, reason: Told) =>
    audit(actor, 'update-refused', name, { reason: reason.text })

  /** Remembers what became of it. */
  const taken = async <Outcome extends TakeOutcome | { kind: 'cancelled' }>(
    actor: string,
    name: string,
    outcome: Outcome,
  ): Promise<Outcome> => {
    if (outcome.kind === 'refused') await auditRefused(actor, name, outcome.reason)
    if (outcome.kind !== 'ready') return outcome
    const { manifest, signed } = outcome
    ready = { manifest, signed }
    told()
    await audit(actor, 'update-ready', manifest.version, { file: manifest.file, sha512: manifest.sha512 })
    return outcome
  }

  const handOver = async (actor: string, byHand: boolean, backup: string | null): Promise<InstallOutcome> => {
    // After the backup, which takes its time: nothing may come between this look at the file and its use.
    const checked = readReady()
    if (checked === null || !(await place.isWhole(checked.manifest))) {
      ready = null
      await place.removeReady()
      const reason = phrase('updates.refused.gone')
      await auditRefused(actor, checked?.manifest.version ?? '', reason)
      return { kind: 'refused', reason }
    }
    const { version, file } = checked.manifest
    await audit(actor, 'update-started', version, { from: here.version, file, backup })
    if (byHand || here.handOver === null) return { kind: 'by-hand', backup }
    const handed = await here.handOver(place.fileOf(checked.manifest))
    if (handed.kind !== 'failed') return { kind: handed.kind, backup }
    return { kind: 'refused', reason: phrase('updates.refused.notReplaced', { reason: handed.reason }) }
  }

  return {
    limits,

    state() {
      const found = watch.found()
      const isReady = ready !== null && found?.manifest.version === ready.manifest.version
      const file = ready && place.fileOf(ready.manifest)
      return {
        version: here.version,
        keys: keys.keys.map(({ id, name }) => ({ id, name })),
        signedName: signedName(keys.product, here),
        package: here.package,
        installs: here.handOver !== null,
        feed: { ...watch.feed(), lookedAt: watch.lookedAt(), problem: watch.problem() },
        looking: watch.isLooking(),
        found: found && !isReady ? toRelease(found.manifest) : null,
        transfer: taking.transfer(),
        ready:
          ready && file ? { ...toRelease(ready.manifest), path: file, commands: installCommands(file, here) } : null,
        installing: isInstalling,
      }
    },

    setFeed: watch.set,
    look: watch.look,
    lookDue: watch.lookDue,

    async begin(actor, { signed, name, size }) {
      const begun = await taking.begin(signed, size)
      if (begun.kind === 'refused') await auditRefused(actor, name, begun.reason)
      return begun
    },
    append: taking.append,
    cancel: taking.cancel,
    async finish(actor, uploadId) {
      const version = taking.transfer()?.version ?? ''
      return taken(actor, version, await taking.finish(uploadId))
    },

    async fetch(actor) {
      const found = watch.found()
      const source = watch.source()
      if (found === null || source === null) return { kind: 'nothing' }
      return taken(actor, found.manifest.version, await taking.fetch(source, found.signed))
    },
    cancelFetch: taking.cancelFetch,

    async install(actor, { passphrase, byHand }) {
      if (ready === null) return { kind: 'nothing' }
      const why = taking.isFetching() ? phrase('updates.refused.busy') : whyNot()
      if (why !== null) return { kind: 'refused', reason: why }
      isInstalling = true
      told()
      try {
        await taking.drop()
        const before = await backupBefore({ ...deps, folder: place.folder }, actor, passphrase)
        if (before.kind === 'passphrase-needed') return before
        return await handOver(actor, byHand, before.file)
      } finally {
        isInstalling = false
        told()
      }
    },

    async discard(actor) {
      if (ready === null || isInstalling) return false
      const { version } = ready.manifest
      ready = null
      await place.removeReady()
      told()
      await audit(actor, 'update-discarded', version, {})
      return true
    },

    async close() {
      await watch.close()
      await taking.close()
    },
  }
}
