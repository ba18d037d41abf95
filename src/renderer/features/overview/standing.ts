import type { Session } from '@shared/contract/sessions'
import type { Station } from '@shared/contract/stations'
import type { MarkStatus } from '../../components/statusLook'
import { keptEvseRows } from '../stations/evseRows'
import type { Decision } from './decisions'

/** What is said of the whole site first; the worst there is. */
export type SiteTone = 'fault' | 'gone' | 'waiting' | 'well'

export interface Standing {
  readonly tone: SiteTone
  /** EVSEs that report a fault. */
  readonly faults: number
  /** Stations that have been here before and are not connected. */
  readonly gone: number
  /** Decisions that wait, faults left out. */
  readonly waiting: number
}

/** Whether everything is all right, at a glance. A station that has never called is expected, not missed. */
export function standingOf(stations: readonly Station[], decisions: readonly Decision[]): Standing {
  const faults = decisions.filter(({ kind }) => kind === 'fault').length
  const waiting = decisions.length - faults
  const gone = stations.filter(
    ({ admission, connection, lastSeenAt }) =>
      admission === 'admitted' && connection.state === 'offline' && lastSeenAt !== null,
  ).length
  const tone = faults > 0 ? 'fault' : gone > 0 ? 'gone' : waiting > 0 ? 'waiting' : 'well'
  return { tone, faults, gone, waiting }
}

/** What a person looks for first comes first. */
const ORDER: readonly MarkStatus[] = [
  'charging',
  'suspended',
  'preparing',
  'finishing',
  'occupied',
  'reserved',
  'available',
  'unavailable',
  'faulted',
  'offline',
]

/** How many EVSEs do what; only what there is. `sessions` are those of each station, by its number. */
export function countByStatus(stations: readonly Station[], sessions: ReadonlyMap<number, readonly Session[]>) {
  const counts = new Map<MarkStatus, number>()
  for (const station of stations) {
    for (const { status } of keptEvseRows(station, sessions.get(station.id)))
      counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  return ORDER.flatMap((status) => {
    const count = counts.get(status)
    return count === undefined ? [] : [{ status, count }]
  })
}
