import { AppError, reasonOf } from '@shared/errors'
import { phrase } from '../phrase'
import { FeedProblem } from './feedProblem'
import type { FeedSource } from './feedSource'
import type { Manifest } from './manifest'
import { keepWhole, otherSize, refused, type TakeOutcome, written } from './takenFile'
import type { UpdatePlace } from './updatePlace'

/** Which file is fetched from where, and what ends that early. */
interface Wanted {
  readonly place: UpdatePlace
  readonly source: FeedSource
  readonly manifest: Manifest
  readonly signed: string
  readonly signal: AbortSignal
}

/**
 * Copies a version's file from a feed; nothing is left of it unless it came whole.
 * @param onPart hears how many bytes have come
 * @throws AppError STORE_WRITE_FAILED
 */
export async function fetchFile(
  { place, source, manifest, signed, signal }: Wanted,
  onPart: (received: number) => void,
): Promise<TakeOutcome | { readonly kind: 'cancelled' }> {
  const copy = await written(() => place.begin(manifest, signed))
  try {
    for await (const part of source.read(manifest.file, signal)) {
      signal.throwIfAborted()
      if (copy.received + part.length > manifest.size) {
        await copy.discard()
        return refused(otherSize(copy.received + part.length, manifest))
      }
      await written(() => copy.write(part))
      onPart(copy.received)
    }
    signal.throwIfAborted()
    return await keepWhole(copy, manifest, signed)
  } catch (error) {
    await copy.discard()
    if (signal.aborted) return { kind: 'cancelled' }
    if (error instanceof AppError) throw error
    return refused(
      error instanceof FeedProblem ? error.told : phrase('updates.feed.unreachable', { reason: reasonOf(error) }),
    )
  }
}
