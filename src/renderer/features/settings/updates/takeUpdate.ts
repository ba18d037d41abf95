import type { useClient } from '@renderer/link'
import { sendInParts } from '@renderer/link/sendInParts'
import { type Release, SIGNED_MAX_LENGTH } from '@shared/contract/updates'
import type { Told } from '@shared/told'

type Client = ReturnType<typeof useClient>

/** The two files of a version: its signed description, and what it describes. */
export interface UpdateFiles {
  readonly signed: File
  readonly file: File
}

export type TakeOutcome =
  | { readonly kind: 'ready'; readonly release: Release }
  | { readonly kind: 'refused'; readonly reason: Told }
  | { readonly kind: 'broken' | 'cancelled' }

/** The pair among the files that somebody chose; null when it is none, or more than that. */
export function updateFiles(chosen: readonly File[]): UpdateFiles | null {
  const signed = chosen.filter(({ name, size }) => name.endsWith('.json') && size <= SIGNED_MAX_LENGTH)
  const rest = chosen.filter((file) => !signed.includes(file))
  const [description, ...otherDescriptions] = signed
  const [file, ...otherFiles] = rest
  if (!description || !file || otherDescriptions.length > 0 || otherFiles.length > 0) return null
  return { signed: description, file }
}

/** Hands a version to the server, which checks it. Whatever goes wrong, the server is told to drop what it has. */
export async function takeUpdate(
  client: Client,
  { signed, file }: UpdateFiles,
  signal: AbortSignal,
): Promise<TakeOutcome> {
  try {
    const begun = await client.updates.begin({ signed: await signed.text(), name: file.name, size: file.size })
    if (begun.kind === 'refused') return begun
    const { uploadId, partBytes } = begun
    let isDone = false
    try {
      const append = (part: { offset: number; data: string }) => client.updates.append({ uploadId, ...part })
      // How far it is, the feed of the server says.
      const sent = await sendInParts(file, append, { partBytes, signal, onProgress: () => {} })
      if (sent !== 'sent') return { kind: sent === 'cancelled' ? 'cancelled' : 'broken' }
      const outcome = await client.updates.finish({ uploadId })
      isDone = true
      return outcome
    } finally {
      if (!isDone) await client.updates.cancel({ uploadId }).catch(() => {})
    }
  } catch (error) {
    // What browsers say of a file that is not as it was when it was chosen.
    if (error instanceof DOMException) return { kind: 'broken' }
    throw error
  }
}
