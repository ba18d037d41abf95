import type { SettlementKind } from '@shared/ocpp/session'
import { all, one, type ReadDb, type SqlValue } from '../handles'
import { OWN_CARD } from './sessionView'

/** A session with its card, as far as a report asks. */
export interface ReportRow {
  id: number
  station_id: number
  evse_id: number | null
  token: string | null
  /** Null where the card is enrolled. */
  token_type: string | null
  running: 0 | 1
  unsettled: 0 | 1
  settled: SettlementKind | null
  settled_energy_wh: number | null
  settled_ended_at: number | null
  started_at: number | null
  ended_at: number | null
  meter_start_wh: number | null
  meter_start_at: number | null
  meter_last_wh: number | null
  meter_last_at: number | null
  meter_fell: 0 | 1
  listed_at: number
  card_id: number | null
  holder: string | null
  card_label: string | null
  card_group: string | null
  /** JSON array of texts; null for none. */
  tags: string | null
}

const COLUMNS = `session.id, session.station_id, session.evse_id, session.token,
  CASE WHEN card.id IS NULL THEN session.token_type END AS token_type, session.state = 'running' AS running,
  session.unsettled, session.settled, session.settled_energy_wh, session.settled_ended_at, session.started_at,
  session.ended_at, session.meter_start_wh, session.meter_start_at, session.meter_last_wh, session.meter_last_at,
  session.meter_fell, session.listed_at, card.id AS card_id, card.holder, card.label AS card_label,
  nullif(card.card_group, '') AS card_group, nullif(card.tags, '[]') AS tags`

/** What was joined to another session is part of that one. */
const OWN = "session.settled IS NOT 'joined'"

const listed = (index: string, where: string, order: string) =>
  `SELECT ${COLUMNS} FROM session INDEXED BY ${index} ${OWN_CARD} WHERE ${where} ORDER BY ${order} LIMIT 0 + ?`

/** Which end a session has for the index of those that are far from their place (migration 22). */
const END = 'coalesce(session.settled_ended_at, session.ended_at, session.meter_last_at, 0)'

// The indexes are named, and values stand behind `+`: see ledgerKeys.
const NEAR = listed(
  'session_listed',
  `${OWN} AND session.listed_at < +? AND (session.listed_at, session.id) > (+?, +?)`,
  'session.listed_at, session.id',
)
const FAR = listed(
  'session_far',
  `session.state = 'ended' AND (session.started_at IS NULL OR ${END} - session.started_at > 86400000) AND ${OWN}
     AND NOT (session.listed_at >= +? AND session.listed_at < +?)
     AND ${END} >= +? AND (${END}, session.id) > (+?, +?)`,
  `${END}, session.id`,
)
const RUNNING = listed(
  'session_running',
  "session.state = 'running' AND session.listed_at < +? AND session.id > +?",
  'session.id',
)

/** How far before a period sessions are looked for that reach into it; longer ones have an index of their own. */
const REACH_MS = 86_400_000

/**
 * All sessions that may reach into a period, and a few that don't, each once, in parts of at most `size`: each part is
 * read when it is asked for.
 */
export function* sessionsAround(
  db: ReadDb,
  period: { readonly from: number; readonly to: number },
  size: number,
): Generator<ReportRow[], void, void> {
  const near = period.from - REACH_MS
  yield* inParts(db, NEAR, [period.to], [near, 0], ({ listed_at, id }) => [listed_at, id], size)
  // The end twice: SQLite looks up no pair with an expression in it.
  const placeAt = (end: number, id: number) => [end, end, id]
  yield* inParts(db, FAR, [near, period.to], placeAt(period.from, 0), (row) => placeAt(endOf(row), row.id), size)
  yield* inParts(db, RUNNING, [near], [0], ({ id }) => [id], size)
}

const endOf = ({ settled_ended_at, ended_at, meter_last_at }: ReportRow) =>
  settled_ended_at ?? ended_at ?? meter_last_at ?? 0

function* inParts(
  db: ReadDb,
  sql: string,
  fixed: readonly SqlValue[],
  begin: readonly SqlValue[],
  placeOf: (row: ReportRow) => readonly SqlValue[],
  size: number,
): Generator<ReportRow[], void, void> {
  let place = begin
  for (;;) {
    const rows = all<ReportRow>(db, sql, ...fixed, ...place, size)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    place = placeOf(last)
  }
}

/** What a station is called. */
export interface StationNames {
  readonly identity: string
  readonly label: string
}

/** What stations are called, by their ids: each is looked up once. */
export function stationNames(db: ReadDb): (stationId: number) => StationNames {
  const known = new Map<number, StationNames>()
  return (stationId) => {
    let names = known.get(stationId)
    if (names === undefined) {
      names = one<StationNames>(db, 'SELECT identity, label FROM station WHERE id = +?', stationId) ?? NAMELESS
      known.set(stationId, names)
    }
    return names
  }
}

const NAMELESS: StationNames = { identity: '', label: '' }

/** Cards that took the place of a lost one in a period, each with that one. A lost card has one card at most in its place. */
export function cardsReplaced(
  db: ReadDb,
  { from, to }: { readonly from: number; readonly to: number },
): { id: number; replaces: number }[] {
  return all(
    db,
    'SELECT id, replaces FROM card WHERE replaces IS NOT NULL AND created_at >= ? AND created_at < ?',
    from,
    to,
  )
}

/** Readings that are looked at in one go: a millisecond. A session of a month has a quarter of a million of them. */
export const READINGS_A_LOOK = 10_000

/** The last one of some readings, with the highest register of them all. */
export interface HighestRow {
  readonly at: number
  readonly highestWh: number
  /** Whether as many were looked at as ever are in one go: then there may be more. */
  readonly isFull: boolean
}

/**
 * The next readings of a session after a moment and up to another one, `READINGS_A_LOOK` at most; null where there is
 * none left.
 */
export function highestBetween(db: ReadDb, sessionId: number, after: number, upTo: number): HighestRow | null {
  const found = one<{ at: number | null; highestWh: number; looked: number }>(
    db,
    `SELECT max(at) AS at, max(energy_wh) AS highestWh, count(*) AS looked FROM (SELECT at, energy_wh FROM reading
       WHERE session_id = +? AND at > +? AND at <= +? AND energy_wh IS NOT NULL ORDER BY at LIMIT ${READINGS_A_LOOK})`,
    sessionId,
    after,
    upTo,
  )
  if (found?.at == null) return null
  return { at: found.at, highestWh: found.highestWh, isFull: found.looked === READINGS_A_LOOK }
}

/** The first reading of a session after a moment; null where there is none. */
export function readingAfter(
  db: ReadDb,
  sessionId: number,
  at: number,
): { readonly at: number; readonly wh: number } | null {
  const found = one<{ at: number; wh: number }>(
    db,
    `SELECT at, energy_wh AS wh FROM reading
     WHERE session_id = +? AND at > +? AND energy_wh IS NOT NULL ORDER BY at LIMIT 1`,
    sessionId,
    at,
  )
  return found ?? null
}
