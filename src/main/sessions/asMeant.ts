import type { CardNumbers } from '../readers/cardNumbers'
import type { PendingEvent } from './eventReader'

/**
 * An event with its card under the number that it is stored with, where the station writes it differently: the ledger
 * finds the card of a session, and counts what it has used, by that number. The frame stays as it came.
 */
export function asMeant(pending: PendingEvent, numbers: Pick<CardNumbers, 'cardFor'>): PendingEvent {
  const { event } = pending
  if (event === null || event.token === null) return pending
  const token = numbers.cardFor(pending.stationId, event.token)
  return token === event.token ? pending : { ...pending, event: { ...event, token } }
}
