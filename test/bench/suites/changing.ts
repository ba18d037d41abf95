import type { Bench } from '../bench'
import { withChangingFleet } from '../screens/changingFleet'
import { type ChangingPage, watchChangingStates } from '../screens/changingStates'
import { openChromium } from '../screens/chromium'
import { type SteadyMemory, watchMemory } from '../screens/steadyMemory'

export interface ChangingResult {
  readonly chargers: number
  /** For which each page was watched. */
  readonly seconds: number
  readonly pages: readonly ChangingPage[]
  readonly memory: SteadyMemory
}

/** Of one measurement of the other suites: a minute with what they are given by default. */
const LONGER = 40

/** The console in a real Chromium while five hundred chargers change all the time; null where there is none. */
export async function benchChanging(bench: Bench): Promise<ChangingResult | null> {
  const browser = await openChromium()
  if (browser === null) return null
  try {
    const seconds = bench.seconds * (bench.quick ? 2 : LONGER)
    return await withChangingFleet(bench, browser, async (fleet) => ({
      chargers: fleet.chargers,
      seconds,
      pages: await watchChangingStates(bench, fleet, seconds),
      memory: await watchMemory(bench, fleet),
    }))
  } finally {
    await browser.close()
  }
}
