import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Bench } from '../bench'
import type { ChangingFleet } from './changingFleet'
import { type Tasks, tasksDuring } from './longTasks'

export interface ChangingPage extends Tasks {
  readonly address: string
}

/** Every page that somebody leaves open while chargers do their work. */
export const OPEN_PAGES = [
  '/',
  '/stations',
  '/stations/1',
  '/stations/1/commands',
  '/sessions',
  '/sessions/energy',
  '/cards',
  '/events',
  '/log',
] as const
/** Until every charger has been seen in both states, and what is compiled is. */
const FIRST_SECONDS = 5

/** How long a browser is held up on each page by five hundred chargers, each with another state every second. */
export async function watchChangingStates(
  bench: Bench,
  fleet: ChangingFleet,
  seconds: number,
): Promise<ChangingPage[]> {
  const pages: ChangingPage[] = []
  for (const address of bench.quick ? OPEN_PAGES.slice(0, 2) : OPEN_PAGES) {
    await fleet.open(address)
    await fleet.pace(Math.min(FIRST_SECONDS, seconds))
    pages.push({ address, ...(await tasksDuring(fleet.page, () => fleet.pace(seconds))) })
    if (bench.profiles !== null) await profile(fleet, bench.profiles, address)
  }
  return pages
}

/** Leaves a CPU profile of the page in a folder. Made apart, as it costs time itself. */
async function profile({ page, pace }: ChangingFleet, folder: string, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.start')
  await pace(FIRST_SECONDS)
  const { profile } = await session.send('Profiler.stop')
  await session.detach()
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `screen${address.replaceAll('/', '-')}.cpuprofile`), JSON.stringify(profile))
}
