import type { useClient } from '@renderer/link'

export interface BackupProgress {
  readonly done: number
  readonly about: number
}

/**
 * Fetches a backup piece by piece; each piece is handed to the browser at once, which keeps large files on disk.
 * @returns null when it ended before its last piece
 * @throws when the link breaks, the server refuses or `signal` is aborted
 */
export async function fetchBackup(
  client: ReturnType<typeof useClient>,
  order: { readonly passphrase: string; readonly withLogs: boolean },
  signal: AbortSignal,
  onProgress: (progress: BackupProgress) => void,
): Promise<{ readonly name: string; readonly blob: Blob } | null> {
  const parts: Blob[] = []
  let isWhole = false
  let called = ''
  for await (const { name, data, done, about, isLast } of await client.backup.create(order, { signal })) {
    parts.push(new Blob([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))]))
    onProgress({ done, about })
    isWhole = isLast
    called = name
  }
  signal.throwIfAborted()
  return isWhole ? { name: called, blob: new Blob(parts, { type: 'application/octet-stream' }) } : null
}
