import { stretchOf } from './stretches'

/** What a session delivered, between the first and the last register of its meter. */
export interface Delivered {
  /** In watt-hours, as the ledger says it. */
  readonly energyWh: number
  readonly startAt: number
  readonly startWh: number
  readonly lastAt: number
  readonly lastWh: number
}

/** A register of the meter at a moment. */
export interface Register {
  readonly at: number
  readonly wh: number
}

/** The newest register at or before a moment, and the first after it; undefined where there is none. */
export type RegistersAround = (at: number) => { before: Register | undefined; after: Register | undefined }

/**
 * Adds what a session delivered to the stretches that it lies in. Between two registers energy is taken to have flowed
 * evenly. Whatever was set by hand is spread as the meter's registers are: the parts always make up the whole.
 */
export function spread(
  { energyWh, startAt, startWh, lastAt, lastWh }: Delivered,
  edges: readonly number[],
  registersAround: RegistersAround,
  add: (stretch: number, wattHours: number) => void,
): void {
  const metered = lastWh - startWh
  const into = (stretch: number, share: number) => {
    if (stretch >= 0 && stretch < edges.length - 1) add(stretch, share * energyWh)
  }
  const last = stretchOf(edges, lastAt)
  // Without a rise there is nothing to tell when it was: it is counted where it ended.
  if (metered === 0 || lastAt <= startAt) {
    into(last, 1)
    return
  }

  const at = (edge: number): number => {
    const { before, after } = registersAround(edge)
    const from = before && before.at >= startAt ? before : { at: startAt, wh: startWh }
    const to = after && after.at <= lastAt ? after : { at: lastAt, wh: lastWh }
    const share = to.at > from.at ? (edge - from.at) / (to.at - from.at) : 0
    return (from.wh + (to.wh - from.wh) * share - startWh) / metered
  }
  let done = 0
  for (let stretch = Math.max(-1, stretchOf(edges, startAt)); stretch <= last; stretch += 1) {
    const end = edges[stretch + 1]
    // Registers fall by a little at times, as stations round differently: nothing flows back for that.
    const upTo = end === undefined || end > lastAt ? 1 : Math.min(Math.max(at(end), done), 1)
    into(stretch, upTo - done)
    done = upTo
  }
}
