import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

/** Size and number of log files. */
export interface LogLimits {
  /** Once the open file holds so many bytes, the next line puts it aside and begins a new one. */
  readonly fileBytes: number
  /** How many put-aside files are kept: chargehand.1.log is the youngest of them. */
  readonly keptFiles: number
}

export const LOG_LIMITS: LogLimits = { fileBytes: 5_000_000, keptFiles: 5 }

/** An open rotated file. */
export interface RotatedFile {
  /** Appends a line that ends with its line feed. Never throws: a line that the disk refuses is counted and dropped. */
  write(line: string): void
  /** Lets go of the file; later lines are dropped. */
  close(): void
}

/**
 * Opens `log/chargehand.log` below the folder, readable by its owner only, and rotates it by size. Throws what the
 * system says when it can't be opened. A disk that fills up later must not end the program through its log: such lines
 * are dropped, and the first line that fits again is preceded by their number (`lostLine`).
 *
 * Each line is written at once and never kept back: nothing piles up in memory, the last words before an end by
 * exception are in the file, and nothing is left to be done at exit. pino's own destination would try for ever to write
 * there what a full disk refuses, so that the process could not end. pino-roll brings all of date-fns: 23 MB of memory
 * and 40 ms at every start.
 */
export function openRotatedFile(
  dataFolder: string,
  limits: LogLimits,
  lostLine: (lost: number) => string,
): RotatedFile {
  const folder = path.join(dataFolder, 'log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const current = path.join(folder, 'chargehand.log')

  let file: number | null = openSync(current, 'a', 0o600)
  let size = fstatSync(file).size
  let rotateAt = limits.fileBytes
  let lost = 0
  let closed = false

  const letGo = () => {
    if (file === null) return
    const number = file
    file = null
    try {
      closeSync(number)
    } catch {
      // It is let go of in any case; the last lines are on a disk that fails.
    }
  }

  const rotate = () => {
    letGo()
    // Where the file could not be exchanged, the next try is a whole file later.
    rotateAt = putAside(folder, limits.keptFiles) ? limits.fileBytes : size + limits.fileBytes
    size = 0
  }

  const append = (text: string) => {
    if (file === null) {
      file = openSync(current, 'a', 0o600)
      size = fstatSync(file).size
    }
    const bytes = Buffer.from(text)
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
      size += bytes.length
    } catch (error) {
      cutBack(file, size)
      throw error
    }
  }

  return {
    write(line) {
      // Whoever still has something to say while the program ends must not fail because of it.
      if (closed) return
      if (size >= rotateAt) rotate()
      try {
        append(lost === 0 ? line : lostLine(lost) + line)
        lost = 0
      } catch {
        lost += 1
      }
    },
    close() {
      closed = true
      letGo()
    },
  }
}

/** Takes away the piece of a line that was still accepted before the disk was full. */
function cutBack(file: number, size: number): void {
  try {
    ftruncateSync(file, size)
  } catch {
    // The piece stays; whoever reads the log meets one line that is none.
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
