import type { useClient } from '@renderer/link'
import { sendInParts } from '@renderer/link/sendInParts'
import type { FirmwareTexts, StoredFile } from '@shared/contract/files'

type Client = ReturnType<typeof useClient>

export interface Addition {
  readonly file: File
  /** 64 hexadecimal digits; null where the maker publishes none. */
  readonly expected: string | null
  readonly texts: FirmwareTexts
  readonly signal: AbortSignal
  readonly onProgress: (bytes: number) => void
}

export type AdditionOutcome =
  | { readonly kind: 'stored'; readonly file: StoredFile }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'no-room'; readonly freeBytes: number }
  | { readonly kind: 'other-digest'; readonly sha256: string }
  | { readonly kind: 'too-many' | 'incomplete' | 'changed' | 'cancelled' }

/** Files of up to so many bytes are hashed here too, so that a fault on the way is found; larger ones would fill memory. */
const HASHED_HERE_MAX = 128 * 1024 * 1024

/** Adds a firmware part by part. Whatever goes wrong, the server is told to drop what it has. */
export async function addFirmware(client: Client, addition: Addition): Promise<AdditionOutcome> {
  const { file, texts, signal, onProgress } = addition
  const begun = await client.files.begin({ name: file.name, size: file.size })
  if (begun.kind !== 'begun') return begun
  const { uploadId, partBytes } = begun
  let done = false
  try {
    const sha256 = addition.expected ?? (await digestOf(file))
    const append = (part: { offset: number; data: string }) => client.files.append({ uploadId, ...part })
    const sent = await sendInParts(file, append, { partBytes, signal, onProgress })
    if (sent !== 'sent') return { kind: sent === 'cancelled' ? 'cancelled' : 'incomplete' }
    const outcome = await client.files.finish({ uploadId, ...texts, ...(sha256 === null ? {} : { sha256 }) })
    done = outcome.kind !== 'incomplete'
    return outcome.kind === 'incomplete' ? { kind: 'incomplete' } : outcome
  } catch (error) {
    // What browsers say of a file that is not as it was when it was chosen.
    if (error instanceof DOMException) return { kind: 'changed' }
    throw error
  } finally {
    if (!done) await client.files.cancel({ uploadId }).catch(() => {})
  }
}

/** Fetches a file part by part. @throws when the link breaks or `signal` is aborted */
export async function fetchFile(
  client: Client,
  fileId: number,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let done = 0
  for await (const { data } of await client.files.read({ fileId }, { signal })) {
    const part = fromBase64(data)
    parts.push(part)
    done += part.length
    onProgress(done)
  }
  signal.throwIfAborted()
  return new Blob(parts, { type: 'application/octet-stream' })
}

async function digestOf(file: File): Promise<string | null> {
  if (file.size > HASHED_HERE_MAX) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromBase64(data: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
}
