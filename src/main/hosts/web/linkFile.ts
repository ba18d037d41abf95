import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Name of the file in the data folder that always holds a link which has not been used yet. */
export const LINK_FILE = 'console-link.txt'

/**
 * Keeps a fresh one-time link where only the owner of the data can read it. Whoever may read the data folder could
 * change the database itself, so this opens no new door; it is how someone gets in when the printed link is gone.
 */
export function linkFile(dataFolder: string) {
  const file = path.join(dataFolder, LINK_FILE)
  const unfinished = `${file}.new`
  return {
    /** Puts the link in place of the one before, which stays as it is when this throws (a full disk, missing rights). */
    write(link: string) {
      // Removed first, because `mode` counts for new files only.
      rmSync(unfinished, { force: true })
      try {
        writeFileSync(unfinished, `${link}\n`, { mode: 0o600, flag: 'wx' })
        renameSync(unfinished, file)
      } catch (error) {
        rmSync(unfinished, { force: true })
        throw error
      }
    },
    remove() {
      rmSync(file, { force: true })
    },
  }
}
