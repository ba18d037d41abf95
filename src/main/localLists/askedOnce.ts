import type { Clock } from '../clock'
import type { Stations } from '../stations/stations'

/** Which stations were asked something; one that is what it was then would say the same. */
export interface AskedOnce {
  /** It was asked, at that time (ms since the epoch), and its answer or its silence stands. */
  note(stationId: number, at?: number): void
  /** Whether it need not be asked now: it was, and has not become another since. */
  stands(stationId: number): boolean
  /** What it said, or did not say, is not to count any more. */
  forget(stationId: number): void
  /** It has a new connection: what is old by now is asked again on it. One that stays connected is left in peace. */
  connected(stationId: number): void
}

/** @param againMs after what time it may be asked again, in milliseconds */
export function createAskedOnce(deps: {
  readonly clock: Clock
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly againMs: number
}): AskedOnce {
  const { clock, stations, againMs } = deps
  const asked = new Map<number, { readonly at: number; readonly as: string }>()

  /** What its answer depends on: what it is, what it runs, and the version that it speaks. */
  const asWhat = (stationId: number): string => {
    const row = stations.record(stationId)?.row
    const protocol = stations.connection(stationId)?.protocol ?? row?.protocol
    return JSON.stringify([protocol, row?.vendor, row?.model, row?.firmware])
  }

  return {
    note: (stationId, at = clock()) => void asked.set(stationId, { at, as: asWhat(stationId) }),
    stands: (stationId) => asked.get(stationId)?.as === asWhat(stationId),
    forget: (stationId) => void asked.delete(stationId),
    connected(stationId) {
      const at = asked.get(stationId)?.at
      // Either way: a clock that was put back must not keep it from being asked.
      if (at !== undefined && Math.abs(clock() - at) >= againMs) asked.delete(stationId)
    },
  }
}
