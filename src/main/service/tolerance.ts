import { AppError } from '@shared/errors'
import type { Site } from '../site'
import { service } from './implementer'

/** What is accepted of stations that depart from their specification. */
export function toleranceService({ tolerance, stations }: Site) {
  return {
    get: service.tolerance.get.handler(({ input }) => {
      if (!stations.record(input.stationId)) throw new AppError('UNKNOWN_STATION')
      return tolerance.of(input.stationId)
    }),
    setStrict: service.tolerance.setStrict.handler(async ({ input, context }) => {
      await tolerance.setStrict(context.actor, input.stationId, input.strict)
      return { kind: 'saved' as const }
    }),
    setAccepted: service.tolerance.setAccepted.handler(async ({ input, context }) => {
      await tolerance.setAccepted(context.actor, input.stationId, input.quirk, input.accepted)
      return { kind: 'saved' as const }
    }),
  }
}
