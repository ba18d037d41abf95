import { randomUUID } from 'node:crypto'
import { AppError, reasonOf } from '@shared/errors'
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
  /** The step before; parts that arrive together are taken one after the other. */
  last: Promise<unknown>
}

export function createAdditions(deps: {
  readonly folder: FileFolder
  readonly clock: () => number
  readonly limits: FileLimits
}): Additions {
  const { folder, clock, limits } = deps
  const open = new Map<string, Addition>()
  /** Places that are taken while the file for them is being made. */
  let beginning = 0

  const drop = async (uploadId: string, addition: Addition) => {
    open.delete(uploadId)
    await addition.last.catch(() => {})
    await addition.incoming.discard()
  }

  const dropIdle = async () => {
    const idle = [...open].filter(([, { touchedAt }]) => clock() - touchedAt > limits.additionIdleMs)
    await Promise.all(idle.map(([uploadId, addition]) => drop(uploadId, addition)))
  }

  /** Runs a step after the ones before. A disk that fails ends the addition: what is there of it is not to be trusted. */
  const step = async <Result>(uploadId: string, work: (addition: Addition) => Promise<Result>): Promise<Result> => {
    const addition = open.get(uploadId)
    if (!addition) throw new AppError('UNKNOWN_UPLOAD')
    addition.touchedAt = clock()
    const turn = addition.last.then(() => {
      if (open.get(uploadId) !== addition) throw new AppError('UNKNOWN_UPLOAD')
      return work(addition)
    })
    addition.last = turn.catch(() => {})
    try {
      return await turn
    } catch (error) {
      if (error instanceof AppError) throw error
      await drop(uploadId, addition)
      throw new AppError('STORE_WRITE_FAILED', { reason: reasonOf(error) }, { cause: error })
    }
  }

  return {
    async begin(name, size) {
      if (size > limits.firmwareBytes) return { kind: 'too-large', maxBytes: limits.firmwareBytes }
      await dropIdle()
      if (open.size + beginning >= limits.additionsAtOnce) return { kind: 'too-many' }
      beginning += 1
      try {
        const freeBytes = Math.max(0, (await folder.free()) - limits.freeBytesKept)
        if (freeBytes < size) return { kind: 'no-room', freeBytes }
        const uploadId = randomUUID()
        const incoming = await folder.begin()
        open.set(uploadId, { name, size, incoming, touchedAt: clock(), last: Promise.resolve() })
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
        open.delete(uploadId)
        if (sha256 === null || stored.sha256 === sha256) return { kind: 'whole', name, stored }
        await folder.remove(stored.storedName)
        return { kind: 'other-digest', sha256: stored.sha256 }
      }),

    async cancel(uploadId) {
      const addition = open.get(uploadId)
      if (!addition) return false
      await drop(uploadId, addition)
      return true
    },

    async close() {
      await Promise.all([...open].map(([uploadId, addition]) => drop(uploadId, addition)))
    },
  }
}
