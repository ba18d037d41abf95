import type { Bench } from '../bench'
import type { Server } from '../child'
import { fleetOn } from '../fleetOn'
import type { Answering, LoopAnswer, PaceAnswer } from '../messages'

/** One server with everybody connected. */
export interface FleetFigures {
  readonly name: string
  /** Resident memory that each connected charger adds, in bytes. */
  readonly bytesACharger: number
  readonly pace: PaceAnswer
  readonly loop: LoopAnswer
}

export interface FleetResult {
  readonly chargers: number
  /** Between two messages of one charger. */
  readonly everyMs: number
  readonly figures: readonly FleetFigures[]
  /** What a charger adds beyond what it adds to a bare `ws` server. */
  readonly bytesAboveFloor: number
}

const CHARGERS = 5_000
/** A heartbeat or a state of each charger every ten seconds: far more than a site of this size says. */
const EVERY_MS = 10_000

/** Many chargers that say little: their memory beside a bare `ws` server's, and how late the event loop runs. */
export async function benchFleet(bench: Bench): Promise<FleetResult> {
  const chargers = bench.quick ? Math.max(...bench.fleetSizes) : CHARGERS
  const measure = async (server: Server, answering: Answering): Promise<FleetFigures> => {
    const { load, seconds } = bench
    const before = await server.memory()
    const fleet = fleetOn(load, server)
    await fleet.connect({ chargers, work: 'status', answering })
    // One message of each, so that everything a connected charger needs is there.
    await fleet.pace(seconds * 1_000, seconds)
    const after = await server.memory()
    await server.loop()
    const pace = await fleet.pace(EVERY_MS, seconds * 5)
    const loop = await server.loop()
    await fleet.disconnect()
    await server.end()
    return { name: server.name, bytesACharger: (after - before) / chargers, pace, loop }
  }
  const site = await measure(await bench.site('chargehand', ['--stations', String(chargers)]), 'result')
  const floor = await measure(await bench.server('bare ws', 'echo'), 'echo')
  return {
    chargers,
    everyMs: EVERY_MS,
    figures: [site, floor],
    bytesAboveFloor: site.bytesACharger - floor.bytesACharger,
  }
}
