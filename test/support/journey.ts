import { type Charger, type ChargerOptions, createCharger } from '@simulator/index'
import type { BrowserContext } from 'playwright-core'
import type { TestContext } from 'vitest'
import { type ConsoleBrowser, openBrowser, openConsole, picture } from './consoleBrowser'
import { Console } from './pages/console'
import { type RunningProgram, runProgram, temporaryFolder } from './runningProgram'

/** The names that `openJourney` gives the site. */
export const SITE = { name: 'Harbour depot', organisation: 'Harbour Parking Ltd' } as const

/** A site that was set up by hand, its program, and a browser in front of it. Shared by the tests of a file. */
export interface Journey {
  readonly program: RunningProgram
  readonly profile: BrowserContext
  /** Base of the address that chargers call. */
  readonly url: string
  /** A tab with the console, opened anew; the one before is closed. */
  console(): Promise<Console>
  /** A virtual charger that is not switched on yet; it is switched off by `leave`. */
  charger(options: Omit<ChargerOptions, 'url'>): Charger
  /**
   * Closes the tab and switches the chargers off: after each test. Complains if the server broke the protocol, and
   * keeps a picture of what a failed test saw in test-results/.
   */
  leave(test: TestContext): Promise<void>
  close(): Promise<void>
}

/**
 * Starts the program, goes through the first run as a user does, and reads the chargers' address off the screen.
 * @param env what is added to the program's environment
 */
export async function openJourney(env: Readonly<Record<string, string>> = {}): Promise<Journey> {
  const { folder, remove } = temporaryFolder()
  let browser: ConsoleBrowser | null = null
  let program: RunningProgram | null = null
  const close = async () => {
    await browser?.close()
    await program?.end()
    remove()
  }
  try {
    const [running, opened] = await Promise.all([runProgram({ dataFolder: folder, env }), openBrowser()])
    program = running
    browser = opened
    const profile = await opened.newProfile()
    const first = await openConsole(profile, running.link)
    await first.setup.setUp(SITE.name, SITE.organisation)
    const url = (await first.overview.chargerUrl()).replace(/\/CP_1$/, '')
    await first.page.close()

    const chargers: Charger[] = []
    const violations: unknown[] = []
    return {
      program: running,
      profile,
      url,
      async console() {
        for (const page of profile.pages()) await page.close()
        const page = await profile.newPage()
        await page.goto(running.origin)
        return new Console(page)
      },
      charger(options) {
        const charger = virtualCharger(url, options)
        charger.on((event) => {
          if (event.kind === 'violation') violations.push(event)
        })
        chargers.push(charger)
        return charger
      },
      async leave({ task }) {
        for (const page of profile.pages()) {
          if (task.result?.state === 'fail') await picture(page, task.name)
          await page.close()
        }
        await Promise.all(chargers.splice(0).map((charger) => charger.stop()))
        if (violations.length > 0) throw new Error(`The server broke the protocol: ${JSON.stringify(violations)}`)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A virtual charger of the site's organisation that meters every second and comes back at once. */
export function virtualCharger(url: string, options: Omit<ChargerOptions, 'url'>): Charger {
  return createCharger({
    url,
    vendor: 'Nordvolt',
    model: 'Wall 11',
    serialNumber: `SN-${options.identity}`,
    organisation: SITE.organisation,
    meterIntervalSeconds: 1,
    speed: 60,
    backOff: { firstSeconds: 0.2, randomSeconds: 0, doublings: 0 },
    ...options,
  })
}
