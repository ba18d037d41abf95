import type { UpdateState } from '@shared/contract/updates'
import type { Phrase } from '@shared/told'
import { phrase } from '../phrase'
import { createUploads } from '../uploads'
import type { Examined } from './examine'
import type { FeedSource } from './feedSource'
import { fetchFile } from './fetchFile'
import type { UpdateLimits } from './limits'
import type { Manifest } from './manifest'
import { keepWhole, otherSize, type Refused, refused, type TakeOutcome, written } from './takenFile'
import type { IncomingCopy, UpdatePlace } from './updatePlace'

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
        const outcome = await keepWhole(copy, manifest, signed)
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
      const fetched = fetchFile({ place, source, manifest, signed, signal: stop.signal }, (done) => {
        if (fetching) fetching.done = done
        onProgress()
      })
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
