import { AppError, reasonOf } from '@shared/errors'
import type { Phrase, Told } from '@shared/told'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { keepTold, phrase, readTold } from '../phrase'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { putSetting, setting } from '../store/queries/settings'
import type { Examined } from './examine'
import { FeedProblem } from './feedProblem'
import { type FeedSource, readFeedText } from './feedSource'
import type { UpdateLimits } from './limits'
import type { Manifest } from './manifest'

/** A newer version, and the text that says so. */
export interface Found {
  readonly manifest: Manifest
  readonly signed: string
}

export type LookOutcome =
  | { readonly kind: 'newer'; readonly found: Found }
  | { readonly kind: 'newest' | 'off' }
  | { readonly kind: 'refused'; readonly reason: Told }

export interface Feed {
  readonly isOn: boolean
  readonly address: string
}

/**
 * Where new versions are looked for: nowhere, until somebody says where and switches it on. It is looked once a day by
 * itself; that nothing can be reached is kept for whoever asks, and told to nobody.
 */
export interface FeedWatch {
  feed(): Feed
  lookedAt(): number | null
  /** Why the last look found out nothing. */
  problem(): Told | null
  isLooking(): boolean
  found(): Found | null
  /** @throws AppError STORE_WRITE_FAILED */
  set(actor: string, feed: Feed): Promise<{ kind: 'saved' } | { kind: 'refused'; reason: Phrase }>
  /** Looks now; who asks meanwhile waits for the same look. @throws AppError STORE_WRITE_FAILED */
  look(): Promise<LookOutcome>
  /** Looks if that is due. Called by itself, too. */
  lookDue(): Promise<void>
  /** Where the feed's files are; null while it is off. */
  source(): FeedSource | null
  close(): Promise<void>
}

export interface FeedWatchDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly onFailure: (error: unknown) => void
  readonly limits: UpdateLimits
  /** Name of the description that is looked for. */
  readonly name: string
  /** Most bytes of it. */
  readonly maxBytes: number
  /** Whether there is a key at all to check it by. */
  readonly hasKeys: boolean
  readonly examine: (signed: string) => Examined
  /** Null when it is no address of a feed. */
  readonly open: (address: string) => FeedSource | null
}

interface Look {
  readonly at: number
  /** The description, where it was one of a newer version then. */
  readonly signed: string | null
  readonly problem: Told | null
}

const OFF: Feed = { isOn: false, address: '' }

export function createFeedWatch(deps: FeedWatchDeps): FeedWatch {
  const { store, clock, changes, limits, name, examine, onFailure } = deps
  let look = readLook(store)
  let underWay: { readonly outcome: Promise<LookOutcome>; readonly stop: AbortController } | null = null
  /** The feed is being pointed elsewhere: until that is on disk, nobody looks. */
  let changing: Promise<void> | null = null
  let isClosed = false

  const feed = (): Feed => {
    const kept = setting(store.read, 'update-feed')
    return kept === undefined ? OFF : JSON.parse(kept)
  }
  const source = () => {
    const { isOn, address } = feed()
    return isOn ? deps.open(address) : null
  }
  const found = (): Found | null => {
    const signed = look?.signed
    if (signed == null || !feed().isOn) return null
    // Anew each time: with a new start it may be the version that runs.
    const examined = examine(signed)
    return examined.kind === 'good' ? { manifest: examined.manifest, signed } : null
  }

  const ask = async (from: FeedSource, signal: AbortSignal): Promise<{ kept: Look; outcome: LookOutcome }> => {
    const at = clock()
    try {
      const signed = await readFeedText(from, name, deps.maxBytes, signal)
      const examined = examine(signed)
      if (examined.kind === 'good') {
        const { manifest } = examined
        return { kept: { at, signed, problem: null }, outcome: { kind: 'newer', found: { manifest, signed } } }
      }
      const { standing, reason } = examined
      if (standing !== null) return { kept: { at, signed: null, problem: null }, outcome: { kind: 'newest' } }
      return { kept: { at, signed: null, problem: reason }, outcome: { kind: 'refused', reason } }
    } catch (error) {
      const reason =
        error instanceof FeedProblem ? error.told : phrase('updates.feed.unreachable', { reason: reasonOf(error) })
      // What was found before is still there when the network is.
      return { kept: { at, signed: look?.signed ?? null, problem: reason }, outcome: { kind: 'refused', reason } }
    }
  }
  const lookAt = async (from: FeedSource, signal: AbortSignal): Promise<LookOutcome> => {
    const { kept, outcome } = await ask(from, signal)
    // Ended, or pointed somewhere else, while it was being asked.
    if (signal.aborted) return { kind: 'off' }
    look = kept
    await store.writer.write((db) => putLook(db, kept))
    return outcome
  }

  const lookNow: FeedWatch['look'] = () => {
    if (underWay) return underWay.outcome
    if (isClosed) throw new AppError('STORE_CLOSED')
    const from = source()
    if (from === null) return Promise.resolve({ kind: 'off' })
    const stop = new AbortController()
    const outcome = lookAt(from, stop.signal).finally(() => {
      if (underWay?.stop === stop) underWay = null
      changes.emit('update', 0)
    })
    underWay = { outcome, stop }
    changes.emit('update', 0)
    return outcome
  }
  const lookDue = async () => {
    // Either way: a clock that was put back must not keep it from being looked at.
    const isDue = look === null || Math.abs(clock() - look.at) >= limits.feedEveryMs
    if (isClosed || underWay || changing || !isDue || !feed().isOn) return
    await lookNow()
  }
  const timer = setInterval(() => void lookDue().catch(onFailure), limits.lookEveryMs)
  timer.unref()

  return {
    feed,
    lookedAt: () => look?.at ?? null,
    problem: () => look?.problem ?? null,
    isLooking: () => underWay !== null,
    found,
    source,
    async set(actor, wanted) {
      if (wanted.isOn && !deps.hasKeys) return { kind: 'refused', reason: phrase('updates.refused.noKey') }
      if (wanted.isOn && deps.open(wanted.address) === null) {
        return { kind: 'refused', reason: phrase('updates.feed.badAddress') }
      }
      // Whoever looks from here on, looks at the other place.
      underWay?.stop.abort()
      underWay = null
      const before = feed()
      const at = clock()
      const change = store.writer.write((db) => {
        putSetting(db, 'update-feed', JSON.stringify(wanted))
        putSetting(db, 'update-look', '')
        const detail = { isOn: [before.isOn, wanted.isOn] }
        appendAudit(db, { at, actor, action: 'update-feed-set', subject: wanted.address, detail })
      })
      changing = change
      try {
        await change
      } finally {
        if (changing === change) changing = null
      }
      look = null
      changes.emit('update', 0)
      changes.emit('audit', 0)
      return { kind: 'saved' }
    },
    async look() {
      await changing?.catch(() => {})
      return lookNow()
    },
    lookDue,
    async close() {
      isClosed = true
      clearInterval(timer)
      underWay?.stop.abort()
      await underWay?.outcome.catch(() => {})
    },
  }
}

function readLook({ read }: Store): Look | null {
  const kept = setting(read, 'update-look')
  if (kept === undefined || kept === '') return null
  const { at, signed, problem } = JSON.parse(kept)
  return { at, signed, problem: problem === null ? null : readTold(problem) }
}

function putLook(db: WriteDb, { at, signed, problem }: Look): void {
  const kept = { at, signed, problem: problem === null ? null : keepTold(problem) }
  putSetting(db, 'update-look', JSON.stringify(kept))
}
