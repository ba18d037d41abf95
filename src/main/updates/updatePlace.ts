import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { syncFolder } from '../syncFolder'
import type { Manifest } from './manifest'

/** A copy of a version's file that is being written. */
export interface IncomingCopy {
  readonly received: number
  write(part: Uint8Array): Promise<void>
  /**
   * Reads the copy back from the disk and compares it with what was signed; only then does it become the ready one,
   * in one step. @returns false, and leaves nothing of it, when it is another one
   */
  keep(): Promise<boolean>
  /** Leaves nothing of it. Harmless after `keep`. */
  discard(): Promise<void>
}

/**
 * The folder in the data folder where versions wait. What came half, or was never found good, is in `incoming` and gone
 * with the next start; what lies in `ready` was whole and good when it was put there, with its signed description.
 */
export interface UpdatePlace {
  /** For backups that are made before an update. */
  readonly folder: string
  /** Bytes that may still be written to its disk. */
  free(): Promise<number>
  begin(manifest: Manifest, signed: string): Promise<IncomingCopy>
  /** The signed description of what lies ready; null when there is nothing. */
  signed(): string | null
  /** Where the file of a version lies that is ready. */
  fileOf(manifest: Manifest): string
  /** Whether the file that lies ready is, byte for byte, the one of this description. */
  isWhole(manifest: Manifest): Promise<boolean>
  removeReady(): Promise<void>
}

const SIGNED = 'update.json'

/** Opens the place of a data folder that is locked; the folder itself is made when something comes. */
export function openUpdatePlace(dataFolder: string): UpdatePlace {
  const folder = path.join(dataFolder, 'updates')
  const incoming = path.join(folder, 'incoming')
  const ready = path.join(folder, 'ready')
  rmSync(incoming, { recursive: true, force: true })

  const begin = async (manifest: Manifest, signed: string): Promise<IncomingCopy> => {
    await rm(incoming, { recursive: true, force: true })
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const file = path.join(incoming, manifest.file)
    const handle = await open(file, 'wx', 0o600)
    let received = 0
    let isOpen = true
    const close = async () => {
      if (!isOpen) return
      isOpen = false
      await handle.close()
    }
    const discard = async () => {
      await close()
      await rm(incoming, { recursive: true, force: true })
    }
    return {
      get received() {
        return received
      },
      async write(part) {
        await writeAll(handle, part)
        received += part.length
      },
      async keep() {
        await handle.sync()
        await close()
        if (!(await isCopyOf(file, manifest))) {
          await discard()
          return false
        }
        await writeText(path.join(incoming, SIGNED), signed)
        await rm(ready, { recursive: true, force: true })
        await renameWhenFree(incoming, ready)
        await syncFolder(folder)
        return true
      },
      discard,
    }
  }

  return {
    folder,
    async free() {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    begin,
    signed() {
      try {
        return readFileSync(path.join(ready, SIGNED), 'utf8')
      } catch {
        return null
      }
    },
    fileOf: ({ file }) => path.join(ready, file),
    isWhole: (manifest) => isCopyOf(path.join(ready, manifest.file), manifest),
    removeReady: () => rm(ready, { recursive: true, force: true, maxRetries: 2, retryDelay: 100 }),
  }
}

/** How often, and how long apart in milliseconds, it is tried to move what somebody else looks at. */
const RENAME_TRIES = 20
const RENAME_PAUSE_MS = 250

/** Windows moves no folder with an open file in it, and a virus scanner opens each new program for a moment. */
async function renameWhenFree(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const isHeld = error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EBUSY')
      if (process.platform !== 'win32' || !isHeld || tries === RENAME_TRIES) throw error
      await setTimeout(RENAME_PAUSE_MS)
    }
  }
}

async function writeAll(handle: FileHandle, part: Uint8Array): Promise<void> {
  let rest = part
  // A disk that is nearly full takes a part of it first and says so only for the rest.
  while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten)
}

async function writeText(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** False, too, when it can't be read. */
async function isCopyOf(file: string, { size, sha512 }: Manifest): Promise<boolean> {
  const hash = createHash('sha512')
  let length = 0
  try {
    await pipeline(createReadStream(file), async (parts) => {
      for await (const part of parts as AsyncIterable<Buffer>) {
        hash.update(part)
        length += part.length
      }
    })
  } catch {
    return false
  }
  return length === size && hash.digest('hex') === sha512
}
