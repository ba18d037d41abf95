import type { Site } from '../site'
import { service } from './implementer'

/** What sessions were made from. */
export function sessionEvidenceService({ evidence }: Site) {
  return {
    rawEvents: service.sessions.rawEvents.handler(({ input }) =>
      evidence.rawEvents(input.sessionId, input.before ?? null, input.limit),
    ),
    notUnderstood: service.sessions.notUnderstood.handler(({ input }) =>
      evidence.notUnderstood(input.stationId ?? null, input.before ?? null, input.limit),
    ),
    samples: service.sessions.samples.handler(({ input }) => evidence.samples(input.sessionId)),
    signed: service.sessions.signed.handler(({ input }) => evidence.signed(input.sessionId)),
  }
}
