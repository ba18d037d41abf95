/** A session (the protocol's transaction) runs or has ended. */
export const SESSION_STATES = ['running', 'ended'] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** What a session does right now, where the station says so (2.0.1 ChargingStateEnumType, in our spelling). */
export const CHARGING_STATES = [
  'idle',
  'connected',
  'charging',
  'suspended-by-vehicle',
  'suspended-by-station',
] as const
export type ChargingState = (typeof CHARGING_STATES)[number]

/**
 * Why a session can't be taken at face value. It is shown with its doubts and never guessed into shape.
 * - `orphan-stop`: the stop of a transaction that never got its number, with no session it can belong to for certain
 * - `no-start`: an update or end arrived for a transaction whose start never did
 * - `gap`: by the station's own count, events between others are missing
 * - `no-end-meter`: it ended without a reading of the meter at its end, or with no other than that
 * - `meter-went-back`: a later reading is lower than an earlier one
 * - `conflict`: two different events claim the same place in its sequence, or both say that it ended
 * - `two-cards`: it named cards that have no group in common
 * - `clock-skew`: the station's clock is evidently off, so its times are not to be trusted
 * - `superseded`: it never ended, and the station has begun a later one at the same EVSE
 */
export const SESSION_DOUBTS = [
  'orphan-stop',
  'no-start',
  'gap',
  'no-end-meter',
  'meter-went-back',
  'conflict',
  'two-cards',
  'clock-skew',
  'superseded',
] as const
export type SessionDoubt = (typeof SESSION_DOUBTS)[number]

/**
 * Whether a session still goes on. One that another has followed at its EVSE is over, though its end never came: it waits
 * in the ledger to be settled.
 */
export function goesOn(session: { readonly state: SessionState; readonly doubts: readonly SessionDoubt[] }): boolean {
  return session.state === 'running' && !session.doubts.includes('superseded')
}

/**
 * How the manager settled a session that could not be reconciled.
 * - `accepted`: it counts as its events say
 * - `corrected`: energy or end were set by hand
 * - `joined`: its events belong to another session of the station
 */
export const SETTLEMENT_KINDS = ['accepted', 'corrected', 'joined'] as const
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number]
