import type { Bench } from '../bench'
import { startChild } from '../child'
import { fleetOn } from '../fleetOn'
import type { LoopAnswer, PaceAnswer, WatchAnswer, WatchRequest } from '../messages'

export interface LiveResult {
  readonly chargers: number
  readonly pace: PaceAnswer
  readonly loop: LoopAnswer
  readonly screen: WatchAnswer
}

const CHARGERS = 1_000
const EVERY_MS = 1_000

/** A thousand chargers with a meter value a second each, while a screen watches all of it. */
export async function benchLive(bench: Bench): Promise<LiveResult> {
  const chargers = bench.quick ? Math.max(...bench.fleetSizes) : CHARGERS
  const seconds = bench.seconds * 5
  const site = await bench.site('chargehand', ['--screen'])
  const { link } = site
  const fleet = fleetOn(bench.load, site)
  if (link === null) throw new Error('the site has no console')
  const screen = startChild('screen', [link])
  try {
    await fleet.connect({ chargers, work: 'transaction-event', answering: 'result' })
    // Everybody's session has begun before it is measured.
    await fleet.pace(EVERY_MS, EVERY_MS / 1_000)
    await site.loop()
    const watching = screen.ask<WatchRequest, WatchAnswer>({ kind: 'watch', seconds })
    const pace = await fleet.pace(EVERY_MS, seconds)
    const loop = await site.loop()
    return { chargers, pace, loop, screen: await watching }
  } finally {
    await fleet.disconnect()
    await screen.end()
    await site.end()
  }
}
