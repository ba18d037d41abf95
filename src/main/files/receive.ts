import type { Readable } from 'node:stream'
import { addAbortSignal } from 'node:stream'
import type { FileFolder, Stored } from './fileFolder'

/** What became of the bytes of an upload. Only `whole` has left anything on the disk. */
export type Received =
  | { readonly kind: 'whole'; readonly stored: Stored }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'no-room' }
  /** It ended before its end, or was replaced by a newer try. */
  | { readonly kind: 'broken-off'; readonly reason: string }

export interface ReceiveOptions {
  readonly folder: FileFolder
  readonly source: Readable
  readonly maxBytes: number
  /** Room to be left on the disk. */
  readonly freeBytesKept: number
  /** Announced size, when there is one: what can't fit is refused before its first byte is read. */
  readonly announced: number | null
  readonly signal: AbortSignal
}

/** The room on the disk is looked at again each time so much has been written. */
const BYTES_A_LOOK = 4 * 1024 * 1024

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/**
 * Writes a stream to the disk, hashed on the way, and leaves nothing of it when it is not whole. The source is not
 * destroyed when it is refused: its sender has still to be told. Throws when the disk fails otherwise.
 */
export async function receive(options: ReceiveOptions): Promise<Received> {
  const { folder, source, maxBytes, freeBytesKept, announced, signal } = options
  if (announced !== null && announced > maxBytes) return { kind: 'too-large' }
  const room = async () => (await folder.free()) - freeBytesKept
  if ((await room()) < (announced ?? 1)) return { kind: 'no-room' }
  if (signal.aborted) return { kind: 'broken-off', reason: String(signal.reason) }
  addAbortSignal(signal, source)
  const incoming = await folder.begin()
  try {
    let nextLook = BYTES_A_LOOK
    for await (const chunk of chunksOf(source)) {
      if (incoming.size + chunk.length > maxBytes) return { kind: 'too-large' }
      await incoming.write(chunk)
      if (incoming.size < nextLook) continue
      if ((await room()) < 0) return { kind: 'no-room' }
      nextLook = incoming.size + BYTES_A_LOOK
    }
    if (incoming.size === 0) return { kind: 'empty' }
    return { kind: 'whole', stored: await incoming.keep() }
  } catch (error) {
    if (error instanceof SourceBroke) return { kind: 'broken-off', reason: error.message }
    if (error instanceof Error && 'code' in error && FULL.has(String(error.code))) return { kind: 'no-room' }
    throw error
  } finally {
    await incoming.discard()
  }
}

/** Told apart from a failure of the disk: this one is the sender's. */
class SourceBroke extends Error {}

async function* chunksOf(source: Readable): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = source.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      let next: IteratorResult<Buffer>
      try {
        next = await chunks.next()
      } catch (error) {
        throw new SourceBroke(error instanceof Error ? error.message : String(error))
      }
      if (next.done) return
      yield next.value
    }
  } finally {
    await chunks.return?.()
  }
}
