import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Bench } from '../bench'
import type { ConnectRequest, PaceAnswer, PaceRequest } from '../messages'
import { newProfile } from './chromium'

export interface ChangingStates {
  readonly chargers: number
  readonly seconds: number
  readonly pages: readonly {
    readonly address: string
    /** Times in which the page answered nobody for longer than 50 ms, and the longest of them. */
    readonly longTasks: number
    readonly longestMs: number
    /** What it held after a garbage collection, at the beginning and at the end. */
    readonly heapBefore: number
    readonly heapAfter: number
  }[]
}

const CHARGERS = 500
/** Every other call of a charger is a new state of its connector. */
const EVERY_MS = 500
const ADDRESSES = ['/', '/stations']
/** Of one measurement of the other suites: a minute with what they are given by default. */
const LONGER = 40

/** Five hundred chargers, each with another state every second, and a browser that shows them. */
export async function watchChangingStates(bench: Bench, browser: Browser): Promise<ChangingStates> {
  const { load } = bench
  const chargers = bench.quick ? Math.max(...bench.fleetSizes) : CHARGERS
  const seconds = bench.seconds * (bench.quick ? 5 : LONGER)
  const renderer = path.join(bench.project, 'out/renderer')
  const site = await bench.site('screens', ['--screen', '--renderer', renderer, '--stations', String(chargers)])
  const { name: fleet, url, link } = site
  if (link === null) throw new Error('the site has no console')
  const profile = await newProfile(browser)
  try {
    const pace = (seconds: number) =>
      load.ask<PaceRequest, PaceAnswer>({ kind: 'pace', fleet, everyMs: EVERY_MS, seconds })
    await load.ask<ConnectRequest, null>({
      kind: 'connect',
      fleet,
      url,
      protocol: 'ocpp2.0.1',
      chargers,
      work: 'status',
      answering: 'result',
    })
    const page = await profile.newPage()
    const memory = await profile.newCDPSession(page)
    const heap = async () => {
      await memory.send('HeapProfiler.collectGarbage')
      return (await memory.send('Runtime.getHeapUsage')).usedSize
    }
    await page.goto(link)
    await page.locator('main h1').waitFor()
    const pages: ChangingStates['pages'][number][] = []
    for (const address of ADDRESSES) {
      await page.evaluate((address) => {
        location.hash = address
      }, address)
      await page.locator('main a[href*="/stations/"]').first().waitFor()
      // Until every charger has been seen in both states, and what is compiled is.
      await pace(Math.min(5, seconds))
      const heapBefore = await heap()
      await page.evaluate(() => {
        const seen: number[] = []
        Object.assign(globalThis, { longTasks: seen })
        new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
          type: 'longtask',
        })
      })
      await pace(seconds)
      const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)
      const heapAfter = await heap()
      pages.push({ address, longTasks: tasks.length, longestMs: Math.max(0, ...tasks), heapBefore, heapAfter })
    }
    return { chargers, seconds, pages }
  } finally {
    await profile.close()
    await load.ask({ kind: 'disconnect', fleet })
    await site.end()
  }
}
