import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CALL_REFUSALS } from '../ocpp/refusedCall'
import { Id, Time } from './feed'

/** Calls of one kind that were turned away: same caller, same reason. */
export const RefusedCall = z.object({
  /** Names the kind. */
  kind: z.string(),
  /** As the caller called itself; null where the call got no further than TLS. */
  identity: z.string().nullable(),
  /** The station of that identity or, without one, the one that last called from that address; null for a stranger. */
  stationId: Id.nullable(),
  remoteAddress: z.string(),
  transport: z.enum(['ws', 'wss', 'mqtts']),
  reason: z.enum(CALL_REFUSALS),
  /** What the sentence about it needs. */
  data: z.record(z.string(), z.string()),
  times: z.number().int(),
  firstAt: Time,
  lastAt: Time,
})
export type RefusedCall = z.infer<typeof RefusedCall>

export const refusedCalls = {
  /** Callers that were turned away, newest first; asked again when `revisions.refusedCalls` grows. */
  find: oc
    .route({ method: 'GET', path: '/refused-calls' })
    .input(z.object({ stationId: Id.optional() }))
    .output(z.array(RefusedCall)),

  forget: oc
    .route({ method: 'DELETE', path: '/refused-calls' })
    .input(z.object({ kind: z.string().max(1_000) }))
    .output(z.object({ kind: z.enum(['forgotten', 'not-there']) })),
}
