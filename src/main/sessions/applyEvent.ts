import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'
import type { ChargingState, SessionDoubt, SessionState } from '@shared/ocpp/session'
import type { MeterReading } from './sample'

/** Something a station reported about a session, the same for all versions. */
export interface SessionEvent {
  readonly phase: 'started' | 'updated' | 'ended'
  /** By the station's clock. */
  readonly at: number
  /** Its place in the transaction as the station counts (2.x); null where the version does not count (1.6). */
  readonly seqNo: number | null
  readonly evseId: number | null
  readonly connectorId: number | null
  readonly token: IdToken | null
  readonly chargingState: ChargingState | null
  readonly readings: readonly MeterReading[]
  readonly stopReason: string | null
}

/** What the ledger knows of a session: exactly what its events say, however they arrived. */
export interface SessionFacts {
  readonly state: SessionState
  readonly evseId: number | null
  readonly connectorId: number | null
  readonly token: IdToken | null
  /** Place and time of the event that named the card. */
  readonly tokenSeq: number | null
  readonly tokenAt: number | null
  readonly authorization: AuthorizationStatus | null
  readonly chargingState: ChargingState | null
  readonly chargingStateSeq: number | null
  readonly chargingStateAt: number | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly meterStartWh: number | null
  readonly meterStartAt: number | null
  readonly meterLastWh: number | null
  readonly meterLastAt: number | null
  readonly powerW: number | null
  readonly powerAt: number | null
  readonly powerSeq: number | null
  readonly stopReason: string | null
  readonly doubts: readonly SessionDoubt[]
}

export const NO_SESSION: SessionFacts = {
  state: 'running',
  evseId: null,
  connectorId: null,
  token: null,
  tokenSeq: null,
  tokenAt: null,
  authorization: null,
  chargingState: null,
  chargingStateSeq: null,
  chargingStateAt: null,
  startedAt: null,
  endedAt: null,
  meterStartWh: null,
  meterStartAt: null,
  meterLastWh: null,
  meterLastAt: null,
  powerW: null,
  powerAt: null,
  powerSeq: null,
  stopReason: null,
  doubts: [],
}

/** 1.6 does not count its messages, but a start comes before the rest and a stop after it. */
const PHASE_SEQ = { started: 0, updated: 1, ended: 2 } as const

/**
 * The session after one more event. Events may arrive in any order (stations replay what they queued while offline,
 * E04, E12): every rule below picks by the station's own count, then by its own time, and meters by the time of the
 * reading, so the result does not depend on the order of arrival.
 * @param authorization what the site says to the event's card; kept for the first card that the session named
 */
export function applyEvent(
  before: SessionFacts,
  event: SessionEvent,
  authorization: AuthorizationStatus | null,
): SessionFacts {
  const { at } = event
  const seq = event.seqNo ?? PHASE_SEQ[event.phase]
  const meter = event.readings.reduce((facts, reading) => addReading(facts, reading, seq), before)
  const newerState =
    event.chargingState !== null && compare([before.chargingStateSeq, before.chargingStateAt], [seq, at]) <= 0
  // The first card is its holder's; the one that stops the session may be another of the same group.
  const ownsCard =
    event.token !== null && (before.token === null || compare([seq, at], [before.tokenSeq, before.tokenAt]) < 0)
  const facts: SessionFacts = {
    ...meter,
    state: before.state === 'ended' || event.phase === 'ended' ? 'ended' : 'running',
    evseId: before.evseId ?? event.evseId,
    connectorId: before.connectorId ?? event.connectorId,
    ...(ownsCard ? { token: event.token, tokenSeq: seq, tokenAt: at, authorization } : {}),
    ...(newerState ? { chargingState: event.chargingState, chargingStateSeq: seq, chargingStateAt: at } : {}),
    startedAt: event.phase === 'started' ? Math.min(at, before.startedAt ?? at) : before.startedAt,
    endedAt: event.phase === 'ended' ? Math.max(at, before.endedAt ?? at) : before.endedAt,
    stopReason: event.stopReason ?? before.stopReason,
  }
  return { ...facts, doubts: doubtsOf(facts) }
}

type Place = readonly [first: number | null, then: number | null]

/** Negative when `a` comes before `b`; a place that is not known comes before all others. */
function compare(a: Place, b: Place): number {
  const known = (value: number | null) => value ?? Number.NEGATIVE_INFINITY
  const [first, then] = [known(a[0]), known(a[1])]
  if (first !== known(b[0])) return first < known(b[0]) ? -1 : 1
  return then === known(b[1]) ? 0 : then < known(b[1]) ? -1 : 1
}

/** The same session with a doubt that its events alone can't show. */
export function withDoubt(facts: SessionFacts, doubt: SessionDoubt): SessionFacts {
  return facts.doubts.includes(doubt) ? facts : { ...facts, doubts: [...facts.doubts, doubt] }
}

function addReading(facts: SessionFacts, reading: MeterReading, seq: number): SessionFacts {
  const { at, energyWh, powerW } = reading
  const first = facts.meterStartAt === null || at < facts.meterStartAt
  const last = facts.meterLastAt === null || at > facts.meterLastAt
  // Two registers at one moment (a period's end and its begin): the lower one began it, the higher one ended it.
  const lowerFirst = at === facts.meterStartAt && energyWh !== null && energyWh < (facts.meterStartWh ?? 0)
  const higherLast = at === facts.meterLastAt && energyWh !== null && energyWh > (facts.meterLastWh ?? 0)
  const energy =
    energyWh === null
      ? {}
      : {
          ...(first || lowerFirst ? { meterStartWh: energyWh, meterStartAt: at } : {}),
          ...(last || higherLast ? { meterLastWh: energyWh, meterLastAt: at } : {}),
        }
  const order = compare([facts.powerAt, facts.powerSeq], [at, seq])
  const newerPower = powerW !== null && (order < 0 || (order === 0 && powerW > (facts.powerW ?? 0)))
  const power = newerPower ? { powerW, powerAt: at, powerSeq: seq } : {}
  return { ...facts, ...energy, ...power }
}

function doubtsOf(facts: SessionFacts): SessionDoubt[] {
  const doubts: SessionDoubt[] = []
  if (facts.startedAt === null) doubts.push('no-start')
  if (facts.state === 'ended' && (facts.meterLastAt === null || facts.meterLastAt === facts.meterStartAt)) {
    // A session that ended in the moment it began has one reading for both ends: there is nothing to miss.
    if (facts.startedAt !== facts.endedAt || facts.meterLastAt === null) doubts.push('no-end-meter')
  }
  if (facts.meterStartWh !== null && facts.meterLastWh !== null && facts.meterLastWh < facts.meterStartWh) {
    doubts.push('meter-went-back')
  }
  if (facts.doubts.includes('conflict')) doubts.push('conflict')
  return doubts
}
