import type { Bench } from '../bench'
import { withChangingFleet } from '../screens/changingFleet'
import { type ChangingPage, OPEN_PAGES, watchChangingStates } from '../screens/changingStates'
import { openChromium } from '../screens/chromium'
import { type SteadyMemory, watchMemory } from '../screens/steadyMemory'

export interface ChangingResult {
  readonly chargers: number
  /** For which each page was watched. */
  readonly seconds: number
  readonly pages: readonly ChangingPage[]
  /** With the Overview left open. */
  readonly staying: SteadyMemory
  /** Going through all pages again and again. */
  readonly going: SteadyMemory
}

/** Of one measurement of the other suites: a minute and ten minutes with what they are given by default. */
const LONGER = 40
const MUCH_LONGER = 400
const ROUNDS = 12

/** The console in a real Chromium while five hundred chargers change all the time; null where there is none. */
export async function benchChanging(bench: Bench): Promise<ChangingResult | null> {
  const browser = await openChromium()
  if (browser === null) return null
  try {
    const seconds = bench.seconds * (bench.quick ? 2 : LONGER)
    const long = bench.seconds * (bench.quick ? 1 : MUCH_LONGER)
    const rounds = bench.quick ? 2 : ROUNDS
    const addresses = bench.quick ? OPEN_PAGES.slice(0, 2) : OPEN_PAGES
    return await withChangingFleet(bench, browser, async (fleet) => ({
      chargers: fleet.chargers,
      seconds,
      pages: await watchChangingStates(bench, fleet, seconds),
      staying: await watchMemory(fleet, ['/'], long, rounds),
      going: await watchMemory(fleet, addresses, long / 4, rounds),
    }))
  } finally {
    await browser.close()
  }
}
