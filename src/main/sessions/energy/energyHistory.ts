import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EnergyHistory, EnergyStep } from '@shared/contract/energyHistory'
import { createBreather } from '../../breather'
import type { ReadDb } from '../../store/handles'
import {
  LONG_MS,
  type MeteredPlace,
  type MeteredRow,
  meteredAfter,
  meteredFew,
  registersAround,
} from '../../store/queries/energyHistory'
import { energyOf } from '../../store/queries/sessionView'
import { type Delivered, spread } from './spread'
import { edgesOf } from './stretches'

/** Sessions that are read in one go: a millisecond or two. */
const SESSIONS_A_PART = 200

export interface EnergyRequest {
  readonly step: EnergyStep
  readonly from: number
  readonly to: number
  /** Left out, the whole site. */
  readonly stationId?: number | undefined
}

/**
 * What was delivered over time. It looks at every session that may have delivered then, in parts: after each of them,
 * and within those whose sessions lie in many stretches, everybody else has a turn. Once `signal` is aborted it ends with
 * what it has.
 * @param catchUp makes sessions of what waits
 */
export async function energyHistory(
  db: ReadDb,
  { step, from, to, stationId }: EnergyRequest,
  catchUp: () => void,
  signal: AbortSignal | undefined,
): Promise<EnergyHistory> {
  const edges = edgesOf(step, from, to)
  const sums = edges.slice(1).map(() => 0)
  const stations = new Map<number, number>()
  const [first = from, last = to] = [edges[0], edges.at(-1)]
  let unclear = 0

  const breathe = createBreather()

  const take = (row: MeteredRow) => {
    if (stationId !== undefined && row.station_id !== stationId) return
    const energyWh = energyOf(row)
    const delivered = deliveredBy(row, energyWh ?? 0)
    if (!delivered || delivered.startAt >= last || delivered.lastAt < first) return
    if (energyWh === null) unclear += 1
    if (!energyWh) return
    spread(
      delivered,
      edges,
      (at) => registersAround(db, row.id, at),
      (stretch, wattHours) => {
        sums[stretch] = (sums[stretch] ?? 0) + wattHours
        stations.set(row.station_id, (stations.get(row.station_id) ?? 0) + wattHours)
      },
    )
  }

  catchUp()
  const few = meteredFew(db)
  for (const row of few) {
    take(row)
    if (!signal?.aborted) await breathe()
  }
  // One that ends meanwhile would be found again among those that have ended.
  const taken = new Set(few.map(({ id }) => id))
  const takeAll = async (which: 'any' | 'long', from: number, before: number) => {
    let place: MeteredPlace | null = { at: from, id: 0 }
    while (place && !signal?.aborted) {
      const part = meteredAfter(db, which, place, { before, limit: SESSIONS_A_PART })
      for (const row of part) {
        if (!taken.has(row.id)) take(row)
        await breathe()
      }
      const end = part.length < SESSIONS_A_PART ? undefined : part.at(-1)
      place = end ? { at: end.meter_last_at ?? last, id: end.id } : null
      if (place) await nextTurn()
    }
  }
  // Of what was over later than that only a long one can have begun in this time.
  const later = last + LONG_MS
  await takeAll('any', first, later)
  await takeAll('long', later, Number.MAX_SAFE_INTEGER)
  return {
    stretches: sums.map((energyWh, index) => ({ at: edges[index] ?? 0, until: edges[index + 1] ?? 0, energyWh })),
    stations: [...stations]
      .map(([id, energyWh]) => ({ stationId: id, energyWh }))
      .sort((a, b) => b.energyWh - a.energyWh || a.stationId - b.stationId),
    unclear,
  }
}

/** When and between which registers; null where nothing says when. */
function deliveredBy(row: MeteredRow, energyWh: number): Delivered | null {
  const { meter_start_at: startAt, meter_start_wh: startWh, meter_last_at: lastAt, meter_last_wh: lastWh } = row
  if (startAt !== null && startWh !== null && lastAt !== null && lastWh !== null) {
    return { energyWh, startAt, startWh, lastAt, lastWh }
  }
  const at = row.settled_ended_at ?? row.ended_at ?? row.started_at
  return at === null ? null : { energyWh, startAt: at, startWh: 0, lastAt: at, lastWh: 0 }
}
