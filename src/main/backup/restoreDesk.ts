import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type FileHandle, open, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { BackupContents } from '@shared/contract/backup'
import { AppError, reasonOf } from '@shared/errors'
import type { KeyStore } from '../ca/keystore/keyStore'
import { createTurns } from '../inTurns'
import { createUploads } from '../uploads'
import { readBackupFile } from './readFile'
import { keepForNextStart } from './readyRestore'
import { unpackBackup } from './unpack'
import { makeWorkFolder, type WorkFolder } from './workFolder'

export type BeginRestoreOutcome =
  | { kind: 'begun'; uploadId: string; partBytes: number }
  | { kind: 'no-room'; freeBytes: number }

/**
 * A restore from the console, at the first run: the file comes in parts, is unpacked and checked, and waits for the next
 * start, since the program has the empty site open. One at a time: who begins again drops what was there.
 */
export interface RestoreDesk {
  /** @throws AppError ALREADY_SET_UP, RESTORE_FAILED */
  begin(size: number): Promise<BeginRestoreOutcome>
  /** @throws AppError UNKNOWN_UPLOAD, RESTORE_FAILED */
  append(
    uploadId: string,
    offset: number,
    part: Uint8Array,
  ): Promise<{ kind: 'received' | 'out-of-place'; received: number }>
  /**
   * Opens what has come; after a wrong passphrase another one may be tried. @returns what is in it
   * @throws AppError UNKNOWN_UPLOAD, ALREADY_SET_UP, BACKUP_BUSY, and as unpackBackup
   */
  finish(uploadId: string, passphrase: string): Promise<BackupContents>
  /** @returns false when there is none */
  cancel(uploadId: string): Promise<boolean>
  close(): Promise<void>
}

interface Upload {
  readonly size: number
  readonly work: WorkFolder
  readonly file: string
  readonly handle: FileHandle
  received: number
}

export function createRestoreDesk(deps: {
  readonly dataFolder: string
  readonly keyStore: KeyStore
  readonly isSetUp: () => boolean
  readonly partBytes: number
}): RestoreDesk {
  const { dataFolder, keyStore, partBytes } = deps
  const uploads = createUploads<Upload>(async ({ handle, work }) => {
    await handle.close()
    await work.remove()
  })
  /** Of two that begin at the same moment, the second drops the first. */
  const inTurn = createTurns(1)

  const requireNotSetUp = () => {
    if (deps.isSetUp()) throw new AppError('ALREADY_SET_UP')
  }
  const failed = (error: unknown) =>
    error instanceof AppError
      ? error
      : new AppError('RESTORE_FAILED', { folder: dataFolder, reason: reasonOf(error) }, { cause: error })

  const step = <Result>(uploadId: string, work: (current: Upload) => Promise<Result>): Promise<Result> =>
    uploads.step(uploadId, work).catch((error: unknown) => {
      throw failed(error)
    })

  const openUpload = async (size: number): Promise<BeginRestoreOutcome> => {
    await uploads.dropAll()
    try {
      const { bavail, bsize } = await statfs(dataFolder)
      // The file, and about as much again for what is in it.
      if (bavail * bsize < 2 * size) return { kind: 'no-room', freeBytes: bavail * bsize }
      const work = makeWorkFolder(dataFolder)
      const file = path.join(work.path, 'upload.chbackup')
      const handle = await open(file, 'wx', 0o600)
      return { kind: 'begun', uploadId: uploads.begin({ size, work, file, handle, received: 0 }), partBytes }
    } catch (error) {
      throw failed(error)
    }
  }

  return {
    async begin(size) {
      requireNotSetUp()
      return inTurn(() => openUpload(size))
    },

    append: (uploadId, offset, part) =>
      step(uploadId, async (current) => {
        const { received, size, handle } = current
        if (offset !== received || received + part.length > size) return { kind: 'out-of-place', received }
        let rest = part
        while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten)
        current.received += part.length
        return { kind: 'received', received: current.received }
      }),

    async finish(uploadId, passphrase) {
      requireNotSetUp()
      const contents = await step(uploadId, async ({ work, file }): Promise<BackupContents> => {
        const folder = path.join(work.path, randomUUID())
        mkdirSync(folder, { mode: 0o700 })
        const unpacked = await unpackBackup({ bytes: readBackupFile(file), passphrase, folder, keyStore })
        requireNotSetUp()
        await keepForNextStart(folder, dataFolder)
        const { siteName, createdAt, program } = unpacked.header
        return { siteName, createdAt, program, withLogs: unpacked.manifest.withLogs, counts: unpacked.counts }
      })
      await uploads.drop(uploadId)
      return contents
    },

    cancel: uploads.drop,
    close: () => inTurn(() => uploads.dropAll()),
  }
}
