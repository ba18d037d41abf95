import type { UpdateState } from '@shared/contract/updates'
import { AppError, reasonOf } from '@shared/errors'
import type { Phrase, Told } from '@shared/told'
import { phrase } from '../phrase'
import { createUploads } from '../uploads'
import type { Examined } from './examine'
import { FeedProblem } from './feedProblem'
import type { FeedSource } from './feedSource'
import type { UpdateLimits } from './limits'
import type { Manifest } from './manifest'
import type { IncomingCopy, UpdatePlace } from './updatePlace'

export type Refused = { readonly kind: 'refused'; readonly reason: Told }
export type TakeOutcome = { readonly kind: 'ready'; readonly manifest: Manifest; readonly signed: string } | Refused

/**
 * How a version's file comes onto this computer: from a console in parts, or from the feed. One at a time; whoever
 * begins again at a console drops what was there. Nothing but a whole and signed file is left of it.
 */
export interface Taking {
  transfer(): UpdateState['transfer']
  /** @throws AppError STORE_WRITE_FAILED */
  begin(signed: string, size: number): Promise<{ kind: 'begun'; uploadId: string } | Refused>
  /** @throws AppError UNKNOWN_UPLOAD, STORE_WRITE_FAILED */
  append(
    uploadId: string,
    offset: number,
    part: Uint8Array,
  ): Promise<{ kind: 'received' | 'out-of-place'; received: number }>
  /** @throws as `append` */
  finish(uploadId: string): Promise<TakeOutcome>
  /** @returns false when there is none */
  cancel(uploadId: string): Promise<boolean>
  /** @throws AppError STORE_WRITE_FAILED */
  fetch(source: FeedSource, signed: string): Promise<TakeOutcome | { readonly kind: 'cancelled' }>
  /** @returns false when nothing is being fetched */
  cancelFetch(): boolean
  isFetching(): boolean
  /** Drops what comes from a console. */
  drop(): Promise<void>
  close(): Promise<void>
}

export interface TakingDeps {
  readonly place: UpdatePlace
  readonly limits: UpdateLimits
  /** Whether a signed description is one that may be taken. */
  readonly examine: (signed: string) => Examined
  /** Why nothing can be taken at this moment; null when it can. */
  readonly whyNot: () => Phrase | null
  readonly onProgress: () => void
}

interface Upload {
  readonly manifest: Manifest
  readonly signed: string
  readonly copy: IncomingCopy
}

interface Fetching {
  readonly manifest: Manifest
  readonly stop: AbortController
  done: number
  readonly end: Promise<unknown>
}

const MIB = 1024 * 1024

const refused = (reason: Told): Refused => ({ kind: 'refused', reason })

export function createTaking({ place, limits, examine, whyNot, onProgress }: TakingDeps): Taking {
  const uploads = createUploads<Upload>(({ copy }) => copy.discard())
  let fetching: Fetching | null = null
  /** Whether the file for an upload is being made. */
  let isOpening = false
  let isClosed = false

  /** Whether nothing may come any more though it was admitted: an installation began meanwhile. */
  const isShut = () => isClosed || whyNot() !== null
  /** Whether something came first while it was looked at. */
  const isTaken = () => fetching !== null || uploads.all().length > 0 || isOpening

  /** Whether this may come at all, before its first byte. */
  const admit = async (signed: string): Promise<{ kind: 'good'; manifest: Manifest } | Refused> => {
    const why = whyNot()
    if (why !== null) return refused(why)
    const examined = examine(signed)
    if (examined.kind === 'refused') return refused(examined.reason)
    const { manifest } = examined
    const { size } = manifest
    const free = Math.max(0, (await written(() => place.free())) - limits.freeBytesKept)
    if (size > free || size > limits.fileBytes) {
      const inMiB = { needed: Math.ceil(size / MIB), free: Math.floor(Math.min(free, limits.fileBytes) / MIB) }
      return refused(phrase('updates.refused.noRoom', inMiB))
    }
    return examined
  }

  const keep = async (copy: IncomingCopy, manifest: Manifest, signed: string): Promise<TakeOutcome> => {
    const { received } = copy
    if (received !== manifest.size) {
      await copy.discard()
      return refused(otherSize(received, manifest))
    }
    const isGood = await written(() => copy.keep())
    return isGood ? { kind: 'ready', manifest, signed } : refused(phrase('updates.refused.damaged'))
  }

  const step = async <Result>(uploadId: string, work: (current: Upload) => Promise<Result>): Promise<Result> => {
    try {
      return await uploads.step(uploadId, work)
    } catch (error) {
      await uploads.drop(uploadId)
      throw error
    } finally {
      onProgress()
    }
  }

  const fetchAll = async (source: FeedSource, signed: string, manifest: Manifest, stop: AbortController) => {
    const { signal } = stop
    const copy = await written(() => place.begin(manifest, signed))
    try {
      for await (const part of source.read(manifest.file, signal)) {
        signal.throwIfAborted()
        if (copy.received + part.length > manifest.size) {
          await copy.discard()
          return refused(otherSize(copy.received + part.length, manifest))
        }
        await written(() => copy.write(part))
        if (fetching) fetching.done = copy.received
        onProgress()
      }
      signal.throwIfAborted()
      return await keep(copy, manifest, signed)
    } catch (error) {
      await copy.discard()
      if (signal.aborted) return { kind: 'cancelled' as const }
      if (error instanceof AppError) throw error
      const told =
        error instanceof FeedProblem ? error.told : phrase('updates.feed.unreachable', { reason: reasonOf(error) })
      return refused(told)
    }
  }

  return {
    transfer() {
      const [upload] = uploads.all()
      const from = upload ? 'console' : 'feed'
      const what = upload ?? fetching
      if (!what) return null
      const { version, size } = what.manifest
      return { from, version, size, done: upload ? upload.copy.received : (fetching?.done ?? 0) }
    },

    async begin(signed, size) {
      await uploads.dropAll()
      const admitted = await admit(signed)
      if (admitted.kind === 'refused') return admitted
      const { manifest } = admitted
      if (size !== manifest.size) return refused(otherSize(size, manifest))
      if (isTaken() || isShut()) return refused(phrase('updates.refused.busy'))
      isOpening = true
      try {
        const copy = await written(() => place.begin(manifest, signed))
        if (isShut()) {
          await copy.discard()
          return refused(phrase('updates.refused.busy'))
        }
        return { kind: 'begun', uploadId: uploads.begin({ manifest, signed, copy }) }
      } finally {
        isOpening = false
        onProgress()
      }
    },

    append: (uploadId, offset, part) =>
      step(uploadId, async ({ copy, manifest }) => {
        const { received } = copy
        if (offset !== received || received + part.length > manifest.size || part.length > limits.partBytes) {
          return { kind: 'out-of-place', received }
        }
        await written(() => copy.write(part))
        return { kind: 'received', received: copy.received }
      }),

    finish: (uploadId) =>
      step(uploadId, async ({ copy, manifest, signed }) => {
        const outcome = await keep(copy, manifest, signed)
        uploads.forget(uploadId)
        return outcome
      }),

    async cancel(uploadId) {
      const isDropped = await uploads.drop(uploadId)
      if (isDropped) onProgress()
      return isDropped
    },

    async fetch(source, signed) {
      await uploads.dropAll()
      const admitted = await admit(signed)
      if (admitted.kind === 'refused') return admitted
      if (isTaken() || isShut()) return refused(phrase('updates.refused.busy'))
      const { manifest } = admitted
      const stop = new AbortController()
      const fetched = fetchAll(source, signed, manifest, stop)
      fetching = { manifest, stop, done: 0, end: fetched }
      onProgress()
      try {
        return await fetched
      } finally {
        fetching = null
        onProgress()
      }
    },

    cancelFetch() {
      fetching?.stop.abort()
      return fetching !== null
    },

    isFetching: () => fetching !== null,
    drop: () => uploads.dropAll(),

    async close() {
      isClosed = true
      fetching?.stop.abort()
      await fetching?.end.catch(() => {})
      await uploads.dropAll()
    },
  }
}

function otherSize(found: number, { size }: Manifest): Phrase {
  return phrase('updates.refused.otherSize', { found, wanted: size })
}

/** What fails on the disk of the data folder. */
async function written<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new AppError('STORE_WRITE_FAILED', { reason: reasonOf(error) }, { cause: error })
  }
}
