import type { useClient } from '@renderer/link'
import { sendInParts } from '@renderer/link/sendInParts'
import type { BackupContents } from '@shared/contract/backup'

type Client = ReturnType<typeof useClient>

export type SendOutcome =
  | { readonly kind: 'ready'; readonly contents: BackupContents; readonly restarts: boolean }
  | { readonly kind: 'no-room'; readonly freeBytes: number }
  | { readonly kind: 'broken' }

export interface Sending {
  readonly file: File
  readonly passphrase: string
  readonly signal: AbortSignal
  /** Bytes so far. */
  readonly onProgress: (bytes: number) => void
}

/**
 * Hands a backup to the server part by part and has it opened there. Whatever goes wrong, the server is told to drop it.
 * @throws what the server says is wrong with the backup
 */
export async function sendBackup(
  client: Client,
  { file, passphrase, signal, onProgress }: Sending,
): Promise<SendOutcome> {
  const begun = await client.backup.beginRestore({ size: file.size })
  if (begun.kind !== 'begun') return begun
  const { uploadId, partBytes } = begun
  let isDone = false
  try {
    const append = (part: { offset: number; data: string }) => client.backup.appendRestore({ uploadId, ...part })
    const sent = await sendInParts(file, append, { partBytes, signal, onProgress })
    signal.throwIfAborted()
    if (sent !== 'sent') return { kind: 'broken' }
    const outcome = await client.backup.finishRestore({ uploadId, passphrase })
    isDone = true
    return outcome
  } finally {
    if (!isDone) await client.backup.cancelRestore({ uploadId }).catch(() => {})
  }
}
