import { reasonOf } from '@shared/errors'
import { app, shell } from 'electron'
import type { HandedOver } from '../../updates/installation'
import { replaceFile } from '../../updates/replaceFile'

/** So long a person can read that the program closes for its update, in milliseconds. */
const LEAVE_AFTER_MS = 1_500

/** The end of the program, as whoever hands over brings it about. */
export interface Leaving {
  /** Asks whoever is there; from a yes on, nobody else ends the program. */
  agree(): Promise<boolean>
  /** The program goes on after all. */
  takeBack(): void
  /** Closes everything, and then does `last`. */
  end(last: () => Promise<void>): Promise<void>
}

/**
 * Ends the program, and begins the next version once nothing of the site is open any more.
 * @param place what the file replaces; null where it is an installer, which knows
 */
export async function handOver(file: string, place: string | null, leaving: Leaving): Promise<HandedOver> {
  if (!(await leaving.agree())) return { kind: 'stays' }
  if (place !== null) {
    try {
      await replaceFile(file, place)
    } catch (error) {
      leaving.takeBack()
      return { kind: 'failed', reason: reasonOf(error) }
    }
    // With its own options: left out beside another program, there would be none.
    app.relaunch({ execPath: place, args: process.argv.slice(1) })
  }
  const startInstaller = async () => {
    const problem = place === null ? await shell.openPath(file) : ''
    if (problem !== '') process.stderr.write(`${problem}\n`)
  }
  // After the answer is on its way to the page that asked.
  setTimeout(() => void leaving.end(startInstaller), LEAVE_AFTER_MS)
  return { kind: 'leaving' }
}
