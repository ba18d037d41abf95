import { AppError, reasonOf } from '@shared/errors'
import { createUploads } from '../uploads'
import type { FileFolder, Incoming, Stored } from './fileFolder'
import type { FileLimits } from './limits'

export type BeginOutcome =
  | { kind: 'begun'; uploadId: string; partBytes: number }
  | { kind: 'too-large'; maxBytes: number }
  | { kind: 'no-room'; freeBytes: number }
  | { kind: 'too-many' }

export type AppendOutcome = { kind: 'received' | 'out-of-place'; received: number }

export type CompleteOutcome =
  | { kind: 'whole'; name: string; stored: Stored }
  | { kind: 'incomplete'; received: number; size: number }
  | { kind: 'other-digest'; sha256: string }

/** Files that are being added piece by piece from a console or a script. They don't outlive a restart. */
export interface Additions {
  begin(name: string, size: number): Promise<BeginOutcome>
  /** @throws AppError UNKNOWN_UPLOAD, STORE_WRITE_FAILED */
  append(uploadId: string, offset: number, part: Uint8Array): Promise<AppendOutcome>
  /** Ends it, whatever comes of it, but for `incomplete`. @throws as `append` */
  complete(uploadId: string, sha256: string | null): Promise<CompleteOutcome>
  /** @returns false when there is none */
  cancel(uploadId: string): Promise<boolean>
  close(): Promise<void>
}

interface Addition {
  readonly name: string
  readonly size: number
  readonly incoming: Incoming
  touchedAt: number
}

export function createAdditions(deps: {
  readonly folder: FileFolder
  readonly clock: () => number
  readonly limits: FileLimits
}): Additions {
  const { folder, clock, limits } = deps
  const uploads = createUploads<Addition>(({ incoming }) => incoming.discard())
  /** Places that are taken while the file for them is being made. */
  let beginning = 0

  const dropIdle = () => uploads.dropAll(({ touchedAt }) => clock() - touchedAt > limits.additionIdleMs)

  /** A disk that fails ends the addition: what is there of it is not to be trusted. */
  const step = async <Result>(uploadId: string, work: (addition: Addition) => Promise<Result>): Promise<Result> => {
    try {
      return await uploads.step(uploadId, (addition) => {
        addition.touchedAt = clock()
        return work(addition)
      })
    } catch (error) {
      if (error instanceof AppError) throw error
      await uploads.drop(uploadId)
      throw new AppError('STORE_WRITE_FAILED', { reason: reasonOf(error) }, { cause: error })
    }
  }

  return {
    async begin(name, size) {
      if (size > limits.firmwareBytes) return { kind: 'too-large', maxBytes: limits.firmwareBytes }
      await dropIdle()
      if (uploads.all().length + beginning >= limits.additionsAtOnce) return { kind: 'too-many' }
      beginning += 1
      try {
        const freeBytes = Math.max(0, (await folder.free()) - limits.freeBytesKept)
        if (freeBytes < size) return { kind: 'no-room', freeBytes }
        const incoming = await folder.begin()
        const uploadId = uploads.begin({ name, size, incoming, touchedAt: clock() })
        return { kind: 'begun', uploadId, partBytes: limits.partBytes }
      } catch (error) {
        throw new AppError('STORE_WRITE_FAILED', { reason: reasonOf(error) }, { cause: error })
      } finally {
        beginning -= 1
      }
    },

    append: (uploadId, offset, part) =>
      step(uploadId, async ({ incoming, size }) => {
        const received = incoming.size
        const fits = part.length <= limits.partBytes && received + part.length <= size
        if (offset !== received || !fits) return { kind: 'out-of-place', received }
        await incoming.write(part)
        return { kind: 'received', received: incoming.size }
      }),

    complete: (uploadId, sha256) =>
      step(uploadId, async (addition): Promise<CompleteOutcome> => {
        const { incoming, size, name } = addition
        if (incoming.size !== size) return { kind: 'incomplete', received: incoming.size, size }
        const stored = await incoming.keep()
        uploads.forget(uploadId)
        if (sha256 === null || stored.sha256 === sha256) return { kind: 'whole', name, stored }
        await folder.remove(stored.storedName)
        return { kind: 'other-digest', sha256: stored.sha256 }
      }),

    cancel: uploads.drop,
    close: () => uploads.dropAll(),
  }
}
