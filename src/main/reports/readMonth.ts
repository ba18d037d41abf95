import type { ApartSession } from '@shared/contract/reports'
import { createBreather } from '../breather'
import type { ReadDb } from '../store/handles'
import {
  type HighestRow,
  highestBetween,
  type ReportRow,
  readingAfter,
  type StationNames,
  sessionsAround,
  stationNames,
} from '../store/queries/reportSessions'
import { energyOf } from '../store/queries/sessionView'
import type { SessionOwner } from './lineOf'
import {
  apartOf,
  type LedgerSession,
  liesIn,
  milliwattHours,
  momentsIn,
  type PricedPeriod,
  type Share,
  shareOf,
  timeOf,
} from './sessionShare'
import type { Meter, Register } from './split'

/** What is read in one go: a millisecond or two. */
const ROWS_A_READ = 100

/** A session that counts, and whose it is. */
export interface Counted {
  readonly owner: SessionOwner
  readonly share: Share
}

/** What comes of a look for the next sessions. */
export interface Found {
  /** So many sessions were looked through up to here. */
  readonly seen: number
  readonly counted: readonly Counted[]
  readonly apart: readonly { readonly owner: SessionOwner; readonly session: Omit<ApartSession, 'lineKey'> }[]
}

/**
 * Everything of the ledger that lies in a period, some sessions at a time, in no particular order. Nothing of the
 * database stays open in between, and others have their turns.
 */
export async function* readMonth(db: ReadDb, period: PricedPeriod, now: number): AsyncGenerator<Found, void, void> {
  const breathe = createBreather()
  const namesOf = stationNames(db)
  let seen = 0
  for (const rows of sessionsAround(db, period, ROWS_A_READ)) {
    const counted: Counted[] = []
    const apart: Found['apart'][number][] = []
    for (const row of rows) {
      const station = namesOf(row.station_id)
      const session = toLedgerSession(row, station)
      const time = timeOf(session, now)
      if (!liesIn(time, period)) continue
      const told = apartOf(session)
      if (told) {
        apart.push({ owner: ownerOf(row, station), session: told })
        continue
      }
      const moments = momentsIn(time, period)
      const meter = moments.length === 0 ? null : await meterOf(db, row, moments, breathe)
      const share = shareOf(session, time, period, moments, meter)
      if (share) counted.push({ owner: ownerOf(row, station), share })
    }
    seen += rows.length
    yield { seen, counted, apart }
    await breathe()
  }
}

/** Reads the meter of a session around moments. Null where it fell on its way: what it shows then says nothing. */
async function meterOf(
  db: ReadDb,
  row: ReportRow,
  moments: readonly number[],
  breathe: () => Promise<void>,
): Promise<Meter | null> {
  const { id, meter_start_at, meter_start_wh, meter_last_at, meter_last_wh, meter_fell } = row
  if (meter_start_at === null || meter_start_wh === null || meter_last_at === null || meter_last_wh === null)
    return null
  if (meter_fell === 1) return null
  const last = milliwattHours(meter_last_wh)
  // Its last register is the highest one, whatever stood a few watt-hours above it on the way.
  const register = (at: number, wh: number): Register => ({ at, mwh: Math.min(milliwattHours(wh), last) })
  const known = new Map<number, ReturnType<Meter['around']>>()
  let before: HighestRow | null = null
  for (const moment of moments) {
    before = await highestUpTo(db, id, before, moment, breathe)
    const after = readingAfter(db, id, moment)
    const highest = before?.highestWh ?? meter_start_wh
    known.set(moment, {
      before: before && register(before.at, before.highestWh),
      after: after && register(after.at, Math.max(after.wh, highest)),
    })
  }
  return {
    first: register(meter_start_at, meter_start_wh),
    last: { at: meter_last_at, mwh: last },
    around: (at) => known.get(at) ?? { before: null, after: null },
  }
}

/** The last reading up to a moment with the highest register up to there, on from another one: each is looked at once. */
async function highestUpTo(
  db: ReadDb,
  sessionId: number,
  from: HighestRow | null,
  moment: number,
  breathe: () => Promise<void>,
): Promise<HighestRow | null> {
  let found = from
  for (;;) {
    const next = highestBetween(db, sessionId, found?.at ?? Number.MIN_SAFE_INTEGER, moment)
    await breathe()
    if (next === null) return found
    found = { ...next, highestWh: Math.max(next.highestWh, found?.highestWh ?? next.highestWh) }
    if (!next.isFull) return found
  }
}

function toLedgerSession(row: ReportRow, station: StationNames): LedgerSession {
  const energyWh = energyOf(row)
  return {
    id: row.id,
    stationIdentity: station.identity,
    evseId: row.evse_id,
    token: row.token,
    who: row.holder || row.card_label || row.token || null,
    running: row.running === 1,
    unsettled: row.unsettled === 1,
    energyMwh: energyWh === null ? null : milliwattHours(energyWh),
    beganAt: row.started_at,
    endedAt: row.settled_ended_at ?? row.ended_at,
    firstReadingAt: row.meter_start_at,
    lastReadingAt: row.meter_last_at,
    listedAt: row.listed_at,
  }
}

const NO_TAGS: readonly string[] = []

function ownerOf(row: ReportRow, station: StationNames): SessionOwner {
  return {
    stationId: row.station_id,
    stationIdentity: station.identity,
    stationLabel: station.label,
    token: row.token,
    tokenType: row.token_type ?? '',
    cardId: row.card_id,
    holder: row.holder ?? '',
    label: row.card_label ?? '',
    group: row.card_group ?? '',
    tags: row.tags === null ? NO_TAGS : (JSON.parse(row.tags) as string[]),
  }
}
