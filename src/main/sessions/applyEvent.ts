import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'
import type { ChargingState, SessionDoubt, SessionState } from '@shared/ocpp/session'
import type { MeterReading } from './sample'

/** Something a station reported about a session, the same for all versions. */
export interface SessionEvent {
  readonly phase: 'started' | 'updated' | 'ended'
  /** By the station's clock. */
  readonly at: number
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
  readonly authorization: AuthorizationStatus | null
  readonly chargingState: ChargingState | null
  readonly chargingStateAt: number | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly meterStartWh: number | null
  readonly meterStartAt: number | null
  readonly meterLastWh: number | null
  readonly meterLastAt: number | null
  readonly powerW: number | null
  readonly powerAt: number | null
  readonly stopReason: string | null
  readonly doubts: readonly SessionDoubt[]
}

export const NO_SESSION: SessionFacts = {
  state: 'running',
  evseId: null,
  connectorId: null,
  token: null,
  authorization: null,
  chargingState: null,
  chargingStateAt: null,
  startedAt: null,
  endedAt: null,
  meterStartWh: null,
  meterStartAt: null,
  meterLastWh: null,
  meterLastAt: null,
  powerW: null,
  powerAt: null,
  stopReason: null,
  doubts: [],
}

/**
 * The session after one more event. Events may arrive in any order (stations replay what they queued while offline,
 * E04, E12): every rule below picks by the station's own time, so the result does not depend on the order of arrival.
 * @param authorization what the site says to the event's card; kept from the first card that was named
 */
export function applyEvent(
  before: SessionFacts,
  event: SessionEvent,
  authorization: AuthorizationStatus | null,
): SessionFacts {
  const meter = event.readings.reduce(addReading, before)
  const started = event.phase === 'started'
  const ended = event.phase === 'ended'
  const newerState = event.chargingState !== null && event.at >= (before.chargingStateAt ?? Number.NEGATIVE_INFINITY)
  // The card that began the session is its holder's; the card that stops it may be another of the same group.
  const ownsCard = event.token !== null && (started || before.token === null)
  const facts: SessionFacts = {
    ...meter,
    state: before.state === 'ended' || ended ? 'ended' : 'running',
    evseId: before.evseId ?? event.evseId,
    connectorId: before.connectorId ?? event.connectorId,
    token: ownsCard ? event.token : before.token,
    authorization: ownsCard ? authorization : before.authorization,
    chargingState: newerState ? event.chargingState : before.chargingState,
    chargingStateAt: newerState ? event.at : before.chargingStateAt,
    startedAt: started ? event.at : before.startedAt,
    endedAt: ended ? event.at : before.endedAt,
    stopReason: event.stopReason ?? before.stopReason,
  }
  return { ...facts, doubts: doubtsOf(facts) }
}

/** The same session with a doubt that its events alone can't show. */
export function withDoubt(facts: SessionFacts, doubt: SessionDoubt): SessionFacts {
  return facts.doubts.includes(doubt) ? facts : { ...facts, doubts: [...facts.doubts, doubt] }
}

function addReading(facts: SessionFacts, reading: MeterReading): SessionFacts {
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
  const power = powerW !== null && at >= (facts.powerAt ?? Number.NEGATIVE_INFINITY) ? { powerW, powerAt: at } : {}
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

/** Delivered energy in Wh: last reading less first; null without a reading, or when the meter went back. */
export function deliveredWh(facts: Pick<SessionFacts, 'meterStartWh' | 'meterLastWh'>): number | null {
  if (facts.meterStartWh === null || facts.meterLastWh === null) return null
  const delivered = facts.meterLastWh - facts.meterStartWh
  return delivered < 0 ? null : delivered
}
