import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Bench } from '../bench'
import { fleetOn } from '../fleetOn'
import type { PaceAnswer } from '../messages'
import { newProfile } from './chromium'

const CHARGERS = 500
/** Every other call of a charger is a new state of its connector. */
const EVERY_MS = 500

/** Chargers, each with another state every second while `pace` runs, and a browser that looks at them. */
export interface ChangingFleet {
  readonly chargers: number
  readonly page: Page
  pace(seconds: number): Promise<PaceAnswer>
  /** Opens a page by its address, as a person does, and waits until it stands there. */
  open(address: string): Promise<void>
}

/** Five hundred chargers on a site with a console, for as long as `act` takes. */
export async function withChangingFleet<Result>(
  bench: Bench,
  browser: Browser,
  act: (fleet: ChangingFleet) => Promise<Result>,
): Promise<Result> {
  const chargers = bench.quick ? Math.max(...bench.fleetSizes) : CHARGERS
  const renderer = path.join(bench.project, 'out/renderer')
  const site = await bench.site('screens', ['--screen', '--renderer', renderer, '--stations', String(chargers)])
  const { link } = site
  const fleet = fleetOn(bench.load, site)
  if (link === null) throw new Error('the site has no console')
  const profile = await newProfile(browser)
  try {
    await fleet.connect({ chargers, work: 'status', answering: 'result' })
    const page = await profile.newPage()
    await page.goto(link)
    await page.locator('main h1').waitFor()
    return await act({
      chargers,
      page,
      pace: (seconds) => fleet.pace(EVERY_MS, seconds),
      async open(address) {
        await page.evaluate((address) => {
          location.hash = address
        }, address)
        await page.locator('main h1').waitFor()
      },
    })
  } finally {
    await profile.close()
    await fleet.disconnect()
    await site.end()
  }
}
