import type { Bench } from '../bench'
import type { Server } from '../child'
import { median } from '../median'
import type { ConnectRequest, PaceAnswer, PaceRequest } from '../messages'
import { type Figures, runRounds } from '../rounds'

export interface LogResult {
  readonly chargers: number
  readonly figures: readonly Figures[]
  /** The site with its live log against the same without it. */
  readonly ofWithout: number
  readonly ofWithoutByCpu: number
  /** The same at a pace at which everything is kept: processor time of the server for one call, all threads. */
  readonly paced: {
    readonly callsPerSecond: number
    readonly withMicroseconds: number
    readonly withoutMicroseconds: number
  }
  /** Share of the frames of the Authorize load that the log kept; the others came faster than they could be written. */
  readonly keptShare: number
}

const WITH = 'with live log'
const WITHOUT = 'without'
const CHARGERS = 100

/** Authorize round trips with and without the live log. */
export async function benchLog(bench: Bench): Promise<LogResult> {
  const { load, rounds, seconds } = bench
  const chargers = Math.min(CHARGERS, Math.max(...bench.fleetSizes))
  const logging = await bench.site(WITH)
  const deaf = await bench.site(WITHOUT, ['--no-live-log'])
  const figures = await runRounds({
    load,
    contestants: [
      { server: logging, answering: 'result' },
      { server: deaf, answering: 'result' },
    ],
    work: 'authorize',
    chargers,
    rounds,
    seconds,
    reference: WITHOUT,
  })
  const { kept, missing } = await logging.frames()
  const paced = await benchPaced(bench, logging, deaf, chargers)
  for (const server of [logging, deaf]) await server.end()
  const found = figures.find(({ name }) => name === WITH)
  return {
    chargers,
    figures,
    ofWithout: found?.ofReference ?? Number.NaN,
    ofWithoutByCpu: found?.ofReferenceByCpu ?? Number.NaN,
    keptShare: kept / (kept + missing),
    paced,
  }
}

/** Each charger calls so often: 100 of them make 4,000 frames a second, which the log keeps. */
const EVERY_MS = 50

/** What a call costs where nothing is pressed, with and without the log in turn. */
async function benchPaced({ load, rounds, seconds }: Bench, logging: Server, deaf: Server, chargers: number) {
  const costs = new Map<Server, number[]>([
    [logging, []],
    [deaf, []],
  ])
  for (const { name: fleet, url } of costs.keys()) {
    const connect = { fleet, url, protocol: 'ocpp2.0.1', chargers, work: 'authorize', answering: 'result' } as const
    await load.ask<ConnectRequest, null>({ kind: 'connect', ...connect })
  }
  for (let round = 0; round <= rounds; round++) {
    for (const [server, found] of costs) {
      const before = await server.cpu()
      const pace = { kind: 'pace', fleet: server.name, everyMs: EVERY_MS, seconds } as const
      const { answered } = await load.ask<PaceRequest, PaceAnswer>(pace)
      if (round > 0) found.push(((await server.cpu()) - before) / answered)
    }
  }
  for (const { name: fleet } of costs.keys()) await load.ask({ kind: 'disconnect', fleet })
  return {
    callsPerSecond: (chargers * 1_000) / EVERY_MS,
    withMicroseconds: median(costs.get(logging) ?? []),
    withoutMicroseconds: median(costs.get(deaf) ?? []),
  }
}
