import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AppError } from '@shared/errors'
import type { Options } from './options'
import { phrase } from './phrase'
import { startFault } from './startFault'
import { unwritable } from './unwritable'

/** The data folder of this run. */
export interface Home {
  readonly folder: string
  /** Removes a demo's folder; leaves any other alone. */
  leave(): void
}

const DEMO_PREFIX = 'chargehand-demo-'
/** In a demo's folder: the number of the process it belongs to. */
const OWNER_FILE = 'demo.pid'
/** So young a folder may belong to a demo that is just starting, in milliseconds. */
const STARTING_MS = 60_000

/**
 * Makes the data folder, readable by its owner only; for a demo a fresh one in `temporary`. Throws BAD_OPTION when it
 * can't be made, DATA_FOLDER_UNWRITABLE when nothing may or can be written there.
 */
export function moveIn(options: Pick<Options, 'dataFolder' | 'demo'>, temporary = tmpdir()): Home {
  if (options.demo) {
    removeAbandonedDemos(temporary)
    return demoHome(temporary)
  }
  try {
    mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const refused =
      unwritable(options.dataFolder, error) ?? unwritable(options.dataFolder, refusalAbove(options.dataFolder))
    if (refused) throw refused
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const problem = phrase('options.problem.folderNotMade', { folder: options.dataFolder, reason })
    throw new AppError('BAD_OPTION', { option: '--data', problem }, { cause: error })
  }
  try {
    // Here already: a window that can not put its mark there would believe that another one had.
    accessSync(options.dataFolder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw startFault(error, options.dataFolder)
  }
  return { folder: options.dataFolder, leave() {} }
}

/** Making a folder with all above it says ENOENT on a read-only disk; the first missing one, made alone, says why. */
function refusalAbove(folder: string): unknown {
  let missing = path.resolve(folder)
  while (!existsSync(path.dirname(missing))) missing = path.dirname(missing)
  try {
    mkdirSync(missing, { mode: 0o700 })
    return null
  } catch (error) {
    return error
  }
}

function demoHome(temporary: string): Home {
  let folder: string | null = null
  try {
    const made = mkdtempSync(path.join(temporary, DEMO_PREFIX))
    folder = made
    writeFileSync(path.join(made, OWNER_FILE), String(process.pid))
    return { folder: made, leave: () => remove(made) }
  } catch (error) {
    if (folder !== null) remove(folder)
    throw startFault(error, temporary)
  }
}

/**
 * Removes what earlier demos left: one that was killed, all of it; one with a window, the few files that Chromium
 * writes after the program's last line.
 */
function removeAbandonedDemos(temporary: string): void {
  for (const name of readdirSync(temporary)) {
    const folder = path.join(temporary, name)
    if (!name.startsWith(DEMO_PREFIX)) continue
    try {
      if (!isInUse(folder)) remove(folder)
    } catch {
      // Somebody else's demo on a shared computer.
    }
  }
}

function isInUse(folder: string): boolean {
  if (Date.now() - statSync(folder).mtimeMs < STARTING_MS) return true
  try {
    process.kill(Number(readFileSync(path.join(folder, OWNER_FILE), 'utf8')), 0)
    return true
  } catch (error) {
    // Another account's process exists, but may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function remove(folder: string): void {
  // Windows lets go of a closed database a moment late.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
