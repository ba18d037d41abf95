import type { Bench } from '../bench'
import type { Server } from '../child'
import { median } from '../median'
import type { HandshakesAnswer, HandshakesRequest } from '../messages'
import { openSecured } from './secured'

export interface HandshakesResult {
  /** Whole mutual handshakes a second, medians. */
  readonly sitePerSecond: number
  readonly barePerSecond: number
  /** Median of the ratios within each round: by time, and by the server's processor time for one. */
  readonly ofBare: number
  readonly ofBareByCpu: number
  readonly loadBusy: number
}

/** Chargers with certificates; a handshake is one of theirs. */
const CLIENTS = 50

/** Mutual TLS handshakes a second: the site's port beside a bare TLS server of Node. */
export async function benchHandshakes(bench: Bench): Promise<HandshakesResult> {
  const { site, material } = await openSecured(bench, bench.quick ? Math.max(...bench.fleetSizes) : CLIENTS)
  const bare = await bench.server('bare TLS', 'bareTls', ['--material', material, '--handshakes'])
  const measure = async (server: Server) => {
    const before = await server.cpu()
    const done = await bench.load.ask<HandshakesRequest, HandshakesAnswer>({
      kind: 'handshakes',
      url: server.url,
      tls: material,
      seconds: bench.seconds,
    })
    const used = (await server.cpu()) - before
    return { perSecond: done.handshakes / done.seconds, cpu: used / done.handshakes, busy: done.busy }
  }
  await measure(site)
  await measure(bare)
  const rounds: { site: Awaited<ReturnType<typeof measure>>; bare: Awaited<ReturnType<typeof measure>> }[] = []
  for (let round = 0; round < bench.rounds; round++) {
    rounds.push({ site: await measure(site), bare: await measure(bare) })
  }
  for (const server of [site, bare]) await server.end()
  return {
    sitePerSecond: median(rounds.map((round) => round.site.perSecond)),
    barePerSecond: median(rounds.map((round) => round.bare.perSecond)),
    ofBare: median(rounds.map((round) => round.site.perSecond / round.bare.perSecond)),
    ofBareByCpu: median(rounds.map((round) => round.bare.cpu / round.site.cpu)),
    loadBusy: median(rounds.map((round) => round.site.busy)),
  }
}
