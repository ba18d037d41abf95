import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import path from 'node:path'

/** How much of the program's log goes into a bundle, in bytes. */
export const LOG_TAIL_BYTES = 256 * 1024

/** The last whole lines of the program's own log, oldest first; none where there is no log or it can't be read. */
export function logTail(dataFolder: string, bytes = LOG_TAIL_BYTES): string[] {
  try {
    const file = openSync(path.join(dataFolder, 'log', 'chargehand.log'), 'r')
    try {
      const { size } = fstatSync(file)
      const from = Math.max(0, size - bytes)
      const buffer = Buffer.alloc(size - from)
      const read = readSync(file, buffer, 0, buffer.length, from)
      const lines = buffer.toString('utf8', 0, read).split('\n')
      // Where it begins in the middle of the file, the first line may be the end of one.
      return (from === 0 ? lines : lines.slice(1)).filter((line) => line !== '')
    } finally {
      closeSync(file)
    }
  } catch {
    return []
  }
}
