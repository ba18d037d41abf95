import type { NoticeTopic } from '@shared/ocpp/notice'
import type { Incoming } from '../action'
import { writtenPayload } from '../writtenPayload'

/** What of a message becomes a notice. */
export function toTold({ station, call }: Incoming, topic: NoticeTopic, requestId: number | null = null) {
  return { stationId: station.id, topic, action: call.action, requestId, payload: writtenPayload(call) }
}

/**
 * Handles a message that only tells something: it is kept for a person to read, on disk before it is answered, and the
 * answer has no fields.
 */
export function keepAs(topic: NoticeTopic) {
  return async (incoming: Incoming): Promise<Record<string, never>> => {
    await incoming.domain.notices.keep(toTold(incoming, topic))
    return {}
  }
}
