import { accessSync, constants, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm'
/** Less room than this is left to other programs: the tests' databases and browser profiles take some hundred MB. */
const ROOM_WANTED = 2 * 1024 ** 3

/**
 * A folder for the temporary files of one run of the tests: in memory where there is room for it. The sites that the
 * tests open flush every commit, and a disk that does that slowly would make most of the time of a run. Whoever sets
 * TMPDIR gets that.
 */
export function openTestFolder(env = process.env) {
  const inMemory = !env.TMPDIR && process.platform === 'linux' && hasRoom(IN_MEMORY)
  const folder = mkdtempSync(path.join(inMemory ? IN_MEMORY : tmpdir(), 'chargehand-tests-'))
  return {
    folder,
    inMemory,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}

function hasRoom(folder) {
  if (!existsSync(folder)) return false
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ROOM_WANTED
  } catch {
    return false
  }
}
