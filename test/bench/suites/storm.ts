import type { Bench } from '../bench'
import { median } from '../median'
import type { LoopAnswer, StormAnswer, StormRequest } from '../messages'

export interface StormResult {
  readonly chargers: number
  /** Medians, until everybody is back. */
  readonly siteSeconds: number
  readonly floorSeconds: number
  /** Median of the ratios within each round. */
  readonly ofFloor: number
  readonly loop: LoopAnswer
}

const CHARGERS = 1_000

/**
 * All chargers lose their connections at once and come back, each with its boot and its connector's state: on a site
 * where both are stored, beside a bare `ws` server that sends them back.
 */
export async function benchStorm(bench: Bench): Promise<StormResult> {
  const chargers = bench.quick ? Math.max(...bench.fleetSizes) : CHARGERS
  const site = await bench.site('chargehand', ['--stations', String(chargers)])
  const floor = await bench.server('bare ws', 'echo')
  const strike = async (url: string) =>
    (await bench.load.ask<StormRequest, StormAnswer>({ kind: 'storm', url, chargers })).seconds
  // The first time everybody only connects.
  await strike(site.url)
  await strike(floor.url)
  await site.loop()
  const times: { site: number; floor: number }[] = []
  for (let round = 0; round < bench.rounds; round++) {
    times.push({ site: await strike(site.url), floor: await strike(floor.url) })
  }
  const loop = await site.loop()
  for (const server of [site, floor]) await server.end()
  return {
    chargers,
    siteSeconds: median(times.map((time) => time.site)),
    floorSeconds: median(times.map((time) => time.floor)),
    ofFloor: median(times.map((time) => time.site / time.floor)),
    loop,
  }
}
