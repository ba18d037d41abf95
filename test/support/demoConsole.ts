import { openBrowser, openConsole } from './consoleBrowser'
import type { Console } from './pages/console'
import { type RunningProgram, runProgram } from './runningProgram'

/** A demonstration in a browser, its chargers connected; they have told of the days before. */
export interface DemoConsole {
  readonly program: RunningProgram
  readonly console: Console
  close(): Promise<void>
}

export async function openDemo(): Promise<DemoConsole> {
  const [browser, program] = await Promise.all([openBrowser(), runProgram({ dataFolder: null, args: ['--demo'] })])
  const close = async () => {
    await browser.close()
    await program.end()
  }
  try {
    const console = await openConsole(await browser.newProfile({ reducedMotion: 'reduce' }), program.link)
    await console.strip.getByText('3 of 4 stations connected').waitFor()
    // Each lets people come when it has told all.
    const told = { timeout: 60_000 }
    await console.overview.tile('DEMO-TWIN-2').getByText('Charging').first().waitFor(told)
    await console.overview.tile('DEMO-POST-3').getByText('Charging').waitFor(told)
    await console.overview.decision(/^Unknown card/).waitFor(told)
    return { program, console, close }
  } catch (error) {
    await close()
    throw error
  }
}
