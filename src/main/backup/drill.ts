import type { BackupCounts } from './archive'
import type { BackupHeader } from './header'
import { unpackBackup } from './unpack'
import { makeWorkFolder } from './workFolder'

/** What a backup proved to hold. */
export interface DrillResult {
  readonly siteName: string
  readonly createdAt: number
  readonly program: string
  readonly withLogs: boolean
  readonly counts: BackupCounts
}

/**
 * Proves that a backup opens, by doing all of a restore but putting it in place: decrypted to its end, the database
 * checked by SQLite, every key opened. What was unpacked is removed. @throws as unpackBackup
 */
export async function drillBackup(order: {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly passphrase: string
  /** Folder with room for what is unpacked, for as long as it takes. */
  readonly workParent: string
}): Promise<DrillResult> {
  const work = makeWorkFolder(order.workParent)
  try {
    const { header, manifest, counts } = await unpackBackup({ ...order, folder: work.path, keyStore: null })
    return { ...aboutBackup(header), withLogs: manifest.withLogs, counts }
  } finally {
    await work.remove()
  }
}

function aboutBackup({ siteName, createdAt, program }: BackupHeader) {
  return { siteName, createdAt, program }
}
