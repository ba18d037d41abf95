import type { Bench } from '../bench'
import type { Server } from '../child'
import { median } from '../median'
import type { LoopAnswer, StormAnswer, StormRequest } from '../messages'
import { openSecured } from './secured'

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
  const chargers = crowd(bench)
  const site = await bench.site('chargehand', ['--stations', String(chargers)])
  return compare(bench, { site, floor: await bench.server('bare ws', 'echo'), chargers })
}

/** The same over TLS with client certificates, none of them resumed, beside a bare `ws` server that asks for them too. */
export async function benchTlsStorm(bench: Bench): Promise<StormResult> {
  const chargers = crowd(bench)
  const { site, material } = await openSecured(bench, chargers)
  const floor = await bench.server('bare wss', 'bareTls', ['--material', material])
  return compare(bench, { site, floor, chargers, tls: material })
}

function crowd({ quick, fleetSizes }: Bench): number {
  return quick ? Math.max(...fleetSizes) : CHARGERS
}

interface Compared {
  readonly site: Server
  readonly floor: Server
  readonly chargers: number
  readonly tls?: string
}

async function compare(bench: Bench, { site, floor, chargers, tls }: Compared): Promise<StormResult> {
  const strike = async (url: string) =>
    (await bench.load.ask<StormRequest, StormAnswer>({ kind: 'storm', url, chargers, tls })).seconds
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
