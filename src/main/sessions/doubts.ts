import type { SessionDoubt } from '@shared/ocpp/session'
import { METER_NOISE_WH, namedCards, type SessionFacts } from './applyEvent'
import { type Interpreted, stateOf } from './sessionState'

/** What is to be known of a session besides its own events, to doubt it. */
export interface Circumstances {
  /** The station has begun a later session at the same EVSE. */
  readonly superseded: boolean
  /** It is a stop of a transaction that never got its number (1.6 errata §3.18). */
  readonly orphanStop: boolean
}

/**
 * How far a station's clock may be off before its sessions are doubted, in milliseconds. Legal billing asks for less;
 * this is about times that are plainly not those of the session.
 */
export const CLOCK_TOLERANCE_MS = 5 * 60_000

/** Why a session can't be taken at face value, in a fixed order. Pure. */
export function doubtsOf(interpreted: Interpreted, { superseded, orphanStop }: Circumstances): SessionDoubt[] {
  const { facts, apart, placeConflict } = interpreted
  const ended = stateOf(facts) === 'ended'
  const doubts: SessionDoubt[] = []
  // Of a stop alone there is neither a beginning nor a reading before: that is what the doubt says.
  if (orphanStop) doubts.push('orphan-stop')
  else if (facts.startedAt === null) doubts.push('no-start')
  if (apart) doubts.push('gap')
  if (ended && !orphanStop && (facts.meterLastAt === null || facts.meterLastAt === facts.meterStartAt)) {
    // A session that ended in the moment it began has one reading for both ends: there is nothing to miss.
    if (facts.startedAt !== facts.endedAt || facts.meterLastAt === null) doubts.push('no-end-meter')
  }
  if (facts.meterFell || endsLower(facts)) doubts.push('meter-went-back')
  if (placeConflict || facts.ends > 1) doubts.push('conflict')
  if (cardsDiffer(facts)) doubts.push('two-cards')
  if (isClockOff(facts)) doubts.push('clock-skew')
  if (superseded && !ended) doubts.push('superseded')
  return doubts
}

function endsLower({ meterStartWh, meterLastWh }: SessionFacts): boolean {
  return meterStartWh !== null && meterLastWh !== null && meterStartWh - meterLastWh > METER_NOISE_WH
}

/** Whether the session named cards of different holders: any card of a group may end what another of it began (C09). */
function cardsDiffer(facts: SessionFacts): boolean {
  // Whoever runs the site may end any session.
  if (facts.stopReason === 'MasterPass') return false
  const named = namedCards(facts)
  return named.some(([number, group]) =>
    named.some(([other, otherGroup]) => other !== number && (group === '' || otherGroup !== group)),
  )
}

/**
 * Whether the station's clock is evidently off. An event from the future is. One from the past may have waited in the
 * station's queue, so a clock is behind only when events received at different times all come as much too late: a queue
 * would have brought them together.
 */
function isClockOff({ lagMin, lagMax, receivedFirst, receivedLast }: SessionFacts): boolean {
  if (lagMin === null || lagMax === null || receivedFirst === null || receivedLast === null) return false
  if (lagMin < -CLOCK_TOLERANCE_MS) return true
  const apart = receivedLast - receivedFirst
  return lagMin > CLOCK_TOLERANCE_MS && lagMax - lagMin < CLOCK_TOLERANCE_MS && apart > 2 * CLOCK_TOLERANCE_MS
}
