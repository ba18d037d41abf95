import type { RawEvent, Series, SignedValue } from '@shared/contract/sessionEvidence'
import { AppError } from '@shared/errors'
import { toldAsItCame } from '@shared/told'
import { phrase } from '../phrase'
import type { Store } from '../store/open'
import { eventsOfSessionPage, notUnderstoodPage, type RawEventRow } from '../store/queries/rawEventPages'
import { latestEventsOfSession } from '../store/queries/rawEvents'
import { sessionRowById } from '../store/queries/sessions'
import { NOT_INTERPRETED } from './interpreter'
import type { Told } from './told'

/** Reads everything that a stored frame measured. Pure. */
export type ToldReader = (stored: {
  readonly protocol: string
  readonly frame: string
  readonly receivedAt: number
}) => Told

export interface EvidencePage {
  readonly entries: RawEvent[]
  readonly next: number | null
  readonly total: number
}

/** What sessions were made from, read on demand from the events as they came. */
export interface Evidence {
  /** @throws AppError UNKNOWN_SESSION */
  rawEvents(sessionId: number, before: number | null, limit: number): EvidencePage
  notUnderstood(stationId: number | null, before: number | null, limit: number): EvidencePage
  /** @throws AppError UNKNOWN_SESSION */
  samples(sessionId: number): { series: Series[]; cutOff: boolean }
  /** @throws AppError UNKNOWN_SESSION */
  signed(sessionId: number): SignedValue[]
}

/** Most events of a session whose measurements are read, the newest ones: a week of a reading every two minutes. */
export const EVENTS_READ = 5_000
/** Most points of one line. */
export const POINTS_SHOWN = 1_000

export interface EvidenceDeps {
  readonly store: Store
  readonly told: ToldReader
  /** Makes sessions of the events that wait. */
  readonly catchUp: () => void
}

export function createEvidence({ store, told, catchUp }: EvidenceDeps): Evidence {
  const { read } = store
  const toldIn = (sessionId: number): { all: Told[]; cutOff: boolean } => {
    catchUp()
    if (!sessionRowById(read, sessionId)) throw new AppError('UNKNOWN_SESSION')
    const events = latestEventsOfSession(read, sessionId, EVENTS_READ + 1)
    const newest = events.slice(-EVENTS_READ)
    const all = newest.map(({ protocol, frame, received_at: receivedAt }) => told({ protocol, frame, receivedAt }))
    return { all, cutOff: events.length > EVENTS_READ }
  }
  const toEvent = (row: RawEventRow): RawEvent => ({
    id: row.id,
    stationId: row.station_id,
    protocol: row.protocol,
    action: row.action,
    receivedAt: row.received_at,
    toldAt: told({ protocol: row.protocol, frame: row.frame, receivedAt: row.received_at }).at,
    seqNo: row.seq_no,
    frame: row.frame,
    reply: row.reply,
    problem: row.problem === null ? null : problemOf(row.problem),
  })
  const toPage = (rows: readonly RawEventRow[], total: number, limit: number): EvidencePage => {
    const entries = rows.slice(0, limit).map(toEvent)
    return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null, total }
  }

  return {
    rawEvents(sessionId, before, limit) {
      catchUp()
      if (!sessionRowById(read, sessionId)) throw new AppError('UNKNOWN_SESSION')
      const { rows, total } = eventsOfSessionPage(read, sessionId, before, limit)
      return toPage(rows, total, limit)
    },
    notUnderstood(stationId, before, limit) {
      const { rows, total } = notUnderstoodPage(read, stationId, before, limit)
      return toPage(rows, total, limit)
    },
    samples(sessionId) {
      const { all, cutOff } = toldIn(sessionId)
      return { series: toSeries(all), cutOff }
    },
    signed(sessionId) {
      const { all } = toldIn(sessionId)
      return all.flatMap(({ signed }) => signed).sort((a, b) => a.at - b.at)
    },
  }
}

/** Lines of one kind each, in the order of their names; one value a moment, the last one told. */
/** Why an event was not entered; what a check of its message said has no words of ours. */
const problemOf = (kept: string) => (kept === NOT_INTERPRETED ? phrase('reasons.notInterpreted') : toldAsItCame(kept))

function toSeries(all: readonly Told[]): Series[] {
  const lines = new Map<string, { kind: Omit<Series, 'points'>; points: Map<number, number> }>()
  for (const { samples } of all) {
    for (const { at, value, measurand, phase, location, context, unit } of samples) {
      if (!Number.isFinite(value)) continue
      const kind = { measurand, phase, location, context, unit }
      const key = JSON.stringify(kind)
      const line = lines.get(key) ?? { kind, points: new Map<number, number>() }
      lines.set(key, line)
      line.points.set(at, value)
    }
  }
  return [...lines.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, points }]) => {
      const inTime = [...points].map(([at, value]) => ({ at, value })).sort((a, b) => a.at - b.at)
      return { ...kind, points: thinned(inTime, POINTS_SHOWN) }
    })
}

/** At most `limit` (2 or more) of the points, evenly chosen; always with the first and the last. */
export function thinned<Point>(points: readonly Point[], limit: number): Point[] {
  if (points.length <= limit) return [...points]
  const step = (points.length - 1) / (limit - 1)
  return Array.from({ length: limit }, (_, place) => points[Math.round(place * step)] as Point)
}
