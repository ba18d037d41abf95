import { type Incoming, toRawEvent } from '../action'
import { toTold } from './notice'

/** Keeps readings that belong to no session, as they came and as a notice (J01; 1.6 §4.7). */
export async function keepReadings(incoming: Incoming): Promise<Record<string, never>> {
  const { sessions, notices } = incoming.domain
  await Promise.all([
    sessions.keep(toRawEvent(incoming, null, null), {}, null),
    notices.keep(toTold(incoming, 'meter')),
  ])
  return {}
}
