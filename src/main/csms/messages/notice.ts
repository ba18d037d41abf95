import type { NoticeTopic } from '@shared/ocpp/notice'
import { withoutSecrets } from '../../secrets/withoutSecrets'
import type { Incoming } from '../action'

/** What of a message becomes a notice: no key codes (C04.FR.04), and no passwords that a vendor lets its stations tell. */
export function toTold({ station, call }: Incoming, topic: NoticeTopic, requestId: number | null = null) {
  const payload = withoutSecrets(call.payload).value as object
  return { stationId: station.id, topic, action: call.action, requestId, payload }
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
