import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'

/** Size and number of log files. */
export interface LogLimits {
  /** Once the open file holds so many bytes it is put aside and a new one begun; one burst may go over. */
  readonly fileBytes: number
  /** How many put-aside files are kept: chargehand.1.log is the youngest of them. */
  readonly keptFiles: number
}

export const LOG_LIMITS: LogLimits = { fileBytes: 5_000_000, keptFiles: 5 }

/** An open rotated file. */
export interface RotatedFile {
  write(line: string): void
  /** Resolves when everything written so far is in the file. */
  close(): Promise<void>
}

/**
 * Opens `log/chargehand.log` below the folder, readable by its owner only, and rotates it by size. Failures to write
 * are swallowed: a full disk is reported by the store, and must not end the program through its log.
 *
 * pino-roll does the same, but brings all of date-fns: 23 MB of memory and 40 ms at every start.
 */
export function openRotatedFile(dataFolder: string, limits: LogLimits): RotatedFile {
  const folder = path.join(dataFolder, 'log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const current = path.join(folder, 'chargehand.log')
  if (sizeOf(current) >= limits.fileBytes) putAside(folder, limits.keptFiles)

  let size = sizeOf(current)
  const destination = pino.destination({ dest: current, mode: 0o600, sync: false })
  destination.on('error', () => {})
  const rotate = () => {
    if (putAside(folder, limits.keptFiles)) destination.reopen()
  }
  destination.on('write', (written: number) => {
    size += written
    if (size < limits.fileBytes) return
    size = 0
    // Only after the present write has been finished may the file be exchanged.
    destination.once('drain', rotate)
  })

  let closed = false
  return {
    write: (line) => {
      // Whoever still has something to say while the program ends must not fail because of it.
      if (!closed) destination.write(line)
    },
    close: () =>
      new Promise((resolve) => {
        closed = true
        destination.once('close', () => resolve())
        destination.once('error', () => resolve())
        destination.end()
      }),
  }
}

/** Renames chargehand.log to .1, .1 to .2 and so on. False when that was not possible: the old file stays in use. */
function putAside(folder: string, kept: number): boolean {
  const numbered = (number: number) => path.join(folder, number === 0 ? 'chargehand.log' : `chargehand.${number}.log`)
  try {
    rmSync(numbered(kept), { force: true })
    for (let number = kept - 1; number >= 0; number--) {
      if (sizeOf(numbered(number)) > 0) renameSync(numbered(number), numbered(number + 1))
    }
    return true
  } catch {
    // On Windows another program (a viewer, a virus scanner) may hold one of them; the next burst tries again.
    return false
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
