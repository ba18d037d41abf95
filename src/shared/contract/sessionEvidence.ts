import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PROTOCOLS } from '../ocpp/station'
import { Told } from '../told'
import { mayFailWith } from './errors'
import { Id, PageRequest, page, Time } from './feed'

/** A message that carries energy facts, exactly as it came. */
export const RawEvent = z.object({
  id: Id,
  stationId: Id,
  protocol: z.enum(PROTOCOLS).or(z.string()),
  action: z.string(),
  /** By this computer's clock. */
  receivedAt: Time,
  /** By the station's clock; null where the message could not be read. */
  toldAt: Time.nullable(),
  /** Its place as the station counts (2.x). */
  seqNo: z.number().int().nullable(),
  frame: z.string(),
  /** The answer's payload as JSON; null when it was refused. */
  reply: z.string().nullable(),
  /** Why it could not be understood or entered; null when it was. */
  problem: Told.nullable(),
})
export type RawEvent = z.infer<typeof RawEvent>

/** What was measured over time, of one kind: same quantity, phase, place and occasion. */
export const Series = z.object({
  measurand: z.string(),
  /** Null for all phases together. */
  phase: z.string().nullable(),
  location: z.string().nullable(),
  /** On what occasion it was measured (Sample.Periodic, Transaction.Begin, …). */
  context: z.string().nullable(),
  unit: z.string().nullable(),
  points: z.array(z.object({ at: Time, value: z.number() })),
})
export type Series = z.infer<typeof Series>

/** A meter value that the meter signed, byte for byte as the station sent it: another program can check it. */
export const SignedValue = z.object({
  at: Time,
  measurand: z.string(),
  context: z.string().nullable(),
  data: z.string(),
  /** Empty where the station did not say, as 1.6 can't. */
  signingMethod: z.string(),
  encodingMethod: z.string(),
  publicKey: z.string(),
})
export type SignedValue = z.infer<typeof SignedValue>

const ofSession = z.object({ sessionId: Id })

export const sessionEvidence = {
  /** The events that a session was made from, newest first. */
  rawEvents: oc
    .route({ method: 'GET', path: '/sessions/{sessionId}/events' })
    .input(PageRequest.extend(ofSession.shape))
    .output(page(RawEvent))
    .errors(mayFailWith('UNKNOWN_SESSION')),

  /** What stations sent of energy facts that could not be understood or entered, newest first. */
  notUnderstood: oc
    .route({ method: 'GET', path: '/sessions/not-understood' })
    .input(PageRequest.extend({ stationId: Id.optional() }))
    .output(page(RawEvent)),

  /** Everything that was measured during a session, each kind as a line; long ones are thinned evenly. */
  samples: oc
    .route({ method: 'GET', path: '/sessions/{sessionId}/samples' })
    .input(ofSession)
    .output(z.object({ series: z.array(Series), cutOff: z.boolean() }))
    .errors(mayFailWith('UNKNOWN_SESSION')),

  /** The signed meter values of a session, oldest first. */
  signed: oc
    .route({ method: 'GET', path: '/sessions/{sessionId}/signed' })
    .input(ofSession)
    .output(z.array(SignedValue))
    .errors(mayFailWith('UNKNOWN_SESSION')),
}
