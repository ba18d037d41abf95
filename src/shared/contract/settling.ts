import { oc } from '@orpc/contract'
import { z } from 'zod'
import { SETTLEMENT_KINDS } from '../ocpp/session'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'

/** What the manager decided about a session that could not be reconciled. */
export const Settlement = z.object({
  kind: z.enum(SETTLEMENT_KINDS),
  /** Set by hand, in watt-hours; null leaves what the events say. */
  energyWh: z.number().nullable(),
  endedAt: Time.nullable(),
  /** The session that its events belong to. */
  joinedTo: Id.nullable(),
  reason: z.string(),
  actor: z.string(),
  at: Time,
})
export type Settlement = z.infer<typeof Settlement>

/** What a fall of the meter looks like. Only what is evident is named; nothing is worked into the energy by itself. */
export const METER_FALLS = ['reset', 'rollover', 'unexplained'] as const

/** What helps to settle a session: shown beside its doubts. */
export const Reconciliation = z.object({
  settlement: Settlement.nullable(),
  /** Places (2.x seqNo) of which no event arrived, both ends included; the first ones when there are many. */
  missing: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
  /** Where the meter fell, and what it counted up in all apart from that, in watt-hours. */
  falls: z.array(z.object({ at: Time, fromWh: z.number(), toWh: z.number(), looksLike: z.enum(METER_FALLS) })),
  countedUpWh: z.number().nullable(),
  /** Other sessions of the station that the events may belong to: those that have not ended or have doubts. */
  joinable: z.array(
    z.object({ id: Id, transactionId: z.string(), startedAt: Time.nullable(), token: z.string().nullable() }),
  ),
  /** Sessions that were joined to this one. */
  joined: z.array(Id),
  /** What the station said when it was asked for what is missing (E14); null when it was not asked. */
  asked: z.object({ at: Time, ongoing: z.boolean().nullable(), queued: z.boolean() }).nullable(),
})
export type Reconciliation = z.infer<typeof Reconciliation>

const Reason = z.string().trim().min(1).max(500)

export const Decision = z.discriminatedUnion('kind', [
  /** It counts as its events say. */
  z.object({ kind: z.literal('accepted'), reason: Reason }),
  /** Energy or end by hand. */
  z.object({
    kind: z.literal('corrected'),
    reason: Reason,
    energyWh: z.number().min(0).max(1_000_000_000).nullable(),
    endedAt: Time.nullable(),
  }),
  /** Its events belong to another session of the station. */
  z.object({ kind: z.literal('joined'), reason: Reason, joinTo: Id }),
])
export type Decision = z.infer<typeof Decision>

export const settling = {
  reconciliation: oc
    .route({ method: 'GET', path: '/sessions/{sessionId}/reconciliation' })
    .input(z.object({ sessionId: Id }))
    .output(Reconciliation)
    .errors(mayFailWith('UNKNOWN_SESSION')),

  /** Settles a session that has doubts. Its events stay as they came, and it can be undone. */
  settle: oc
    .route({ method: 'POST', path: '/sessions/{sessionId}/settle' })
    .input(z.object({ sessionId: Id, decision: Decision }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('settled') }),
        /** It has no doubts, or still goes on. */
        z.object({ kind: z.literal('nothing-to-settle') }),
        /** The other session is of another station, is joined to another itself, or is this one. */
        z.object({ kind: z.literal('not-joinable') }),
        z.object({ kind: z.literal('ends-before-it-begins') }),
        z.object({ kind: z.literal('nothing-corrected') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_SESSION')),

  unsettle: oc
    .route({ method: 'POST', path: '/sessions/{sessionId}/unsettle' })
    .input(z.object({ sessionId: Id }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('unsettled') }),
        z.object({ kind: z.literal('was-not-settled') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_SESSION')),
}
