import { writtenToken } from '../cards/present'
import type { SessionEvent } from './sessionEvent'
import type { KnownSession } from './sessionRow'

/**
 * The session that a stop without a number belongs to (1.6 errata §3.18), or null unless that is certain: the one
 * session of the station that was begun with the same card, not after the stop and not above its meter, whose number
 * the station has never used, and whose connector has begun no other since. A stop that names no card proves nothing.
 * @param candidates running sessions of the station of which nothing but their start is known
 */
export function sessionOfOrphan(stop: SessionEvent, candidates: readonly KnownSession[]): KnownSession | null {
  const { token, at } = stop
  if (token === null) return null
  const meterStop = Math.max(...stop.readings.map(({ energyWh }) => energyWh ?? Number.NEGATIVE_INFINITY))
  const fitting = candidates.filter(
    ({ id, transactionId, facts, superseded, settled }) =>
      transactionId === String(id) &&
      settled === null &&
      !superseded &&
      facts.token !== null &&
      writtenToken(facts.token) === writtenToken(token) &&
      facts.startedAt !== null &&
      facts.startedAt <= at &&
      facts.meterStartWh !== null &&
      facts.meterStartWh <= meterStop,
  )
  const [only] = fitting
  return only !== undefined && fitting.length === 1 ? only : null
}
