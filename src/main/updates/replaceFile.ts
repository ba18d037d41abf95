import { copyFile, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder } from '../syncFolder'

/**
 * Puts a copy of `file` in the place of a program that may be running, to be executed by everybody. The place holds the
 * old bytes or the new ones at every moment, also after a power cut. @throws what the disk says; the old file is there then
 */
export async function replaceFile(file: string, place: string): Promise<void> {
  const beside = path.join(path.dirname(place), `.${path.basename(place)}.new`)
  try {
    await copyFile(file, beside)
    const handle = await open(beside, 'r+')
    try {
      await handle.chmod(0o755)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(path.dirname(place))
}
