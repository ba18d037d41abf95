import type { Site } from '../site'
import { service } from './implementer'

/** Settling sessions that could not be reconciled. */
export function settlingService({ settling, gaps }: Site) {
  return {
    reconciliation: service.sessions.reconciliation.handler(({ input }) => ({
      ...settling.reconciliation(input.sessionId),
      asked: gaps.asked(input.sessionId),
    })),
    settle: service.sessions.settle.handler(({ input, context }) =>
      settling.settle(context.actor, input.sessionId, input.decision),
    ),
    unsettle: service.sessions.unsettle.handler(({ input, context }) =>
      settling.unsettle(context.actor, input.sessionId),
    ),
  }
}
