import type { useClient } from '@renderer/link'
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
    let offset = 0
    while (offset < file.size) {
      signal.throwIfAborted()
      const data = await toBase64(file.slice(offset, offset + partBytes))
      const answer = await client.backup.appendRestore({ uploadId, offset, data })
      if (answer.kind === 'out-of-place') return { kind: 'broken' }
      offset = answer.received
      onProgress(offset)
    }
    const outcome = await client.backup.finishRestore({ uploadId, passphrase })
    isDone = true
    return outcome
  } finally {
    if (!isDone) await client.backup.cancelRestore({ uploadId }).catch(() => {})
  }
}

/** Read by the browser itself: its reader writes base64 much faster than a script. */
function toBase64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(part)
  })
}
