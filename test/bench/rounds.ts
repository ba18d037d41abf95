import type { Child, Server } from './child'
import { fleetOn } from './fleetOn'
import { median } from './median'
import type { Answering, RunAnswer, RunRequest, Work } from './messages'

/** One of the servers that are compared. */
export interface Contestant {
  readonly server: Server
  readonly answering: Answering
}

export interface RoundsOptions {
  readonly load: Child
  readonly contestants: readonly Contestant[]
  readonly work: Work
  readonly chargers: number
  readonly rounds: number
  /** Of one measurement. */
  readonly seconds: number
  /** Name of the contestant that the others are compared with. */
  readonly reference: string
}

/** Medians over the rounds. Ratios are medians of the ratios within each round, so that noise hits both alike. */
export interface Figures {
  readonly name: string
  readonly callsPerSecond: number
  /** Calls a second, as a share of the reference's. */
  readonly ofReference: number
  /** The same by processor time for one call, which other programs on the machine disturb less. */
  readonly ofReferenceByCpu: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Processor time of the server for one call. */
  readonly cpuMicroseconds: number
  /** How busy the load generator was, 0 to 1. */
  readonly loadBusy: number
}

type Measured = RunAnswer & { readonly cpuMicroseconds: number }

/**
 * Measures the contestants in turn, A B C A B C …, so that whatever else the machine does hits all alike. Before the
 * first round everybody warms up.
 */
export async function runRounds(options: RoundsOptions): Promise<Figures[]> {
  const { load, contestants, work, chargers, rounds, seconds, reference } = options
  for (const { server, answering } of contestants) {
    await fleetOn(load, server).connect({ chargers, work, answering })
  }
  const measured = new Map<string, Measured[]>(contestants.map(({ server }) => [server.name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const { server } of contestants) {
      const result = await measure(load, server, seconds)
      if (round > 0) measured.get(server.name)?.push(result)
    }
  }
  for (const { server } of contestants) await fleetOn(load, server).disconnect()

  const base = measured.get(reference) ?? []
  return [...measured].map(([name, results]) => ({
    name,
    callsPerSecond: median(results.map(rate)),
    ofReference: median(results.map((result, round) => rate(result) / rate(base[round] ?? result))),
    ofReferenceByCpu: median(
      results.map((result, round) => (base[round] ?? result).cpuMicroseconds / result.cpuMicroseconds),
    ),
    p50Ms: median(results.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(results.map(({ p99Ms }) => p99Ms)),
    cpuMicroseconds: median(results.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    loadBusy: median(results.map(({ busy }) => busy)),
  }))
}

async function measure(load: Child, server: Server, seconds: number): Promise<Measured> {
  const before = await server.cpu()
  const result = await load.ask<RunRequest, RunAnswer>({ kind: 'run', fleet: server.name, seconds })
  const used = (await server.cpu()) - before
  return { ...result, cpuMicroseconds: used / result.calls }
}

function rate({ calls, seconds }: RunAnswer): number {
  return calls / seconds
}
