import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder } from '../syncFolder'

/** A file that is being written under a name that nobody reads. */
export interface Incoming {
  readonly size: number
  write(chunk: Uint8Array): Promise<void>
  /** Puts it on disk for good; after a power cut it is there whole or not at all. */
  keep(): Promise<Stored>
  /** Leaves nothing of it. Harmless after `keep`. */
  discard(): Promise<void>
}

export interface Stored {
  readonly storedName: string
  readonly size: number
  /** Hexadecimal, lower case. */
  readonly sha256: string
}

/** The folder that holds the bytes of all files, under names made here. */
export interface FileFolder {
  begin(): Promise<Incoming>
  pathOf(storedName: string): string
  /** Frees its room, at the next start at the latest. */
  remove(storedName: string): Promise<void>
  /** Bytes that may still be written to its disk. */
  free(): Promise<number>
}

const UNFINISHED = '.part'
/** Names made here, finished or not; whatever else lies in the folder is a person's and stays. */
const OURS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.part)?$/

/**
 * Opens the folder, and clears it of what a crash left: unfinished files, and files that no row of the database knows.
 * @param known the names that belong to a row
 */
export function openFileFolder(folder: string, known: ReadonlySet<string>): FileFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    if (OURS.test(name) && !known.has(name)) rmSync(path.join(folder, name), { force: true })
  }
  const pathOf = (storedName: string) => path.join(folder, storedName)

  return {
    pathOf,
    async begin() {
      const storedName = randomUUID()
      const unfinished = pathOf(`${storedName}${UNFINISHED}`)
      const handle = await open(unfinished, 'wx', 0o600)
      const hash = createHash('sha256')
      let size = 0
      let isOpen = true
      const close = async () => {
        if (!isOpen) return
        isOpen = false
        await handle.close()
      }
      return {
        get size() {
          return size
        },
        async write(chunk) {
          let rest = chunk
          // A disk that is nearly full takes a part of it first and says so only for the rest.
          while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten)
          hash.update(chunk)
          size += chunk.length
        },
        async keep() {
          await handle.sync()
          await close()
          await rename(unfinished, pathOf(storedName))
          await syncFolder(folder)
          return { storedName, size, sha256: hash.digest('hex') }
        },
        async discard() {
          await close()
          await rm(unfinished, { force: true })
        },
      }
    },
    async remove(storedName) {
      // Windows keeps a file that somebody is reading: what no row knows goes with the next start.
      await rm(pathOf(storedName), { force: true, maxRetries: 2, retryDelay: 100 }).catch(() => {})
    },
    async free() {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}
