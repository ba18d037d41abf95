import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AppError } from '@shared/errors'
import type { Options } from './options'

/** The data folder of this run. */
export interface Home {
  readonly folder: string
  /** Removes a demo's folder; leaves any other alone. */
  leave(): void
}

/**
 * Makes the data folder, readable by its owner only; for a demo a fresh one in the system's temporary folder. Throws
 * BAD_OPTION when it can't be made.
 */
export function moveIn(options: Pick<Options, 'dataFolder' | 'demo'>): Home {
  if (options.demo) {
    const folder = mkdtempSync(path.join(tmpdir(), 'chargehand-demo-'))
    return {
      folder,
      // Windows lets go of a closed database a moment late.
      leave: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
    }
  }
  try {
    mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const problem = `the folder ${options.dataFolder} can not be made (${reason}).`
    throw new AppError('BAD_OPTION', { option: '--data', problem }, { cause: error })
  }
  return { folder: options.dataFolder, leave() {} }
}
