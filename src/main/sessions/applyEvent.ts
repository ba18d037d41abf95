import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'
import type { ChargingState } from '@shared/ocpp/session'
import { writtenToken } from '../cards/present'
import { earlier, type Place } from './place'
import type { MeterReading } from './sample'
import { orderOf, type ReceivedEvent } from './sessionEvent'

/** What the ledger knows of a session: exactly what its events say, however they arrived. */
export interface SessionFacts {
  readonly evseId: number | null
  readonly evseSeq: number | null
  readonly evseAt: number | null
  readonly connectorId: number | null
  readonly connectorSeq: number | null
  readonly connectorAt: number | null
  readonly token: IdToken | null
  /** Place and time of the event that named the card. */
  readonly tokenSeq: number | null
  readonly tokenAt: number | null
  readonly authorization: AuthorizationStatus | null
  /** Every card that was named, with its group, as JSON; see `namedCards`. */
  readonly cards: string
  readonly chargingState: ChargingState | null
  readonly chargingStateSeq: number | null
  readonly chargingStateAt: number | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** How many different events said that it ended. */
  readonly ends: number
  readonly meterStartWh: number | null
  readonly meterStartAt: number | null
  readonly meterLastWh: number | null
  readonly meterLastAt: number | null
  /** Whether a reading is lower than the one before it, by more than `METER_NOISE_WH`. */
  readonly meterFell: boolean
  readonly powerW: number | null
  readonly powerAt: number | null
  readonly powerSeq: number | null
  readonly stopReason: string | null
  readonly stopSeq: number | null
  readonly stopAt: number | null
  /** First and last reception of its events by this computer's clock. */
  readonly receivedFirst: number | null
  readonly receivedLast: number | null
  /** The least and the most that an event came after its own time, in milliseconds. */
  readonly lagMin: number | null
  readonly lagMax: number | null
}

export const NO_SESSION: SessionFacts = {
  evseId: null,
  evseSeq: null,
  evseAt: null,
  connectorId: null,
  connectorSeq: null,
  connectorAt: null,
  token: null,
  tokenSeq: null,
  tokenAt: null,
  authorization: null,
  cards: '[]',
  chargingState: null,
  chargingStateSeq: null,
  chargingStateAt: null,
  startedAt: null,
  endedAt: null,
  ends: 0,
  meterStartWh: null,
  meterStartAt: null,
  meterLastWh: null,
  meterLastAt: null,
  meterFell: false,
  powerW: null,
  powerAt: null,
  powerSeq: null,
  stopReason: null,
  stopSeq: null,
  stopAt: null,
  receivedFirst: null,
  receivedLast: null,
  lagMin: null,
  lagMax: null,
}

/**
 * Least fall of the energy register that counts as one, in watt-hours: stations report readings in kWh with two
 * decimals and the last one in whole Wh, cut off.
 */
export const METER_NOISE_WH = 10

/**
 * The session after one more event; an event must be given once. Events may arrive in any order (stations replay what
 * they queued while offline, E04, E12): every rule below picks by the station's own count, then by its own time, then by
 * the value itself, and meters by the time of the reading, so the result does not depend on the order of arrival. The
 * one exception is `meterFell` after a reading that is not the newest: see `isLate`.
 */
export function applyEvent(before: SessionFacts, received: ReceivedEvent): SessionFacts {
  const { event, receivedAt } = received
  const { at, phase } = event
  const seq = orderOf(event)
  const lag = receivedAt - at
  const facts: Writable<SessionFacts> = { ...before }
  for (const reading of event.readings) addReading(facts, reading, seq)

  const { evseId, connectorId, chargingState, stopReason } = event
  const placed = (value: Place['last']): Place => ({ first: seq, next: at, last: value })
  if (evseId !== null && isFirst(placed(evseId), { first: before.evseSeq, next: before.evseAt, last: before.evseId })) {
    facts.evseId = evseId
    facts.evseSeq = seq
    facts.evseAt = at
  }
  if (
    connectorId !== null &&
    isFirst(placed(connectorId), { first: before.connectorSeq, next: before.connectorAt, last: before.connectorId })
  ) {
    facts.connectorId = connectorId
    facts.connectorSeq = seq
    facts.connectorAt = at
  }
  if (event.token !== null) addCard(facts, before, received, seq)
  if (
    chargingState !== null &&
    isLast(placed(chargingState), {
      first: before.chargingStateSeq,
      next: before.chargingStateAt,
      last: before.chargingState,
    })
  ) {
    facts.chargingState = chargingState
    facts.chargingStateSeq = seq
    facts.chargingStateAt = at
  }
  if (
    stopReason !== null &&
    isLast(placed(stopReason), { first: before.stopSeq, next: before.stopAt, last: before.stopReason })
  ) {
    facts.stopReason = stopReason
    facts.stopSeq = seq
    facts.stopAt = at
  }
  if (phase === 'started') facts.startedAt = Math.min(at, before.startedAt ?? at)
  if (phase === 'ended') {
    facts.endedAt = Math.max(at, before.endedAt ?? at)
    facts.ends = before.ends + 1
  }
  facts.receivedFirst = Math.min(receivedAt, before.receivedFirst ?? receivedAt)
  facts.receivedLast = Math.max(receivedAt, before.receivedLast ?? receivedAt)
  facts.lagMin = Math.min(lag, before.lagMin ?? lag)
  facts.lagMax = Math.max(lag, before.lagMax ?? lag)
  return facts
}

/**
 * Whether an event has a reading of the energy register that is not newer than all before it. What `meterFell` says is
 * then to be worked out again from all readings.
 */
export function isLate(before: SessionFacts, { event }: ReceivedEvent): boolean {
  let newest = before.meterLastAt
  for (const { at, energyWh } of event.readings) {
    if (energyWh === null) continue
    if (newest !== null && at <= newest) return true
    newest = at
  }
  return false
}

/** Whether a reading is lower than the one before it. @param readings in time order, one a moment */
export function fell(readings: readonly Pick<MeterReading, 'energyWh'>[]): boolean {
  let before: number | null = null
  for (const { energyWh } of readings) {
    if (energyWh === null) continue
    if (before !== null && before - energyWh > METER_NOISE_WH) return true
    before = energyWh
  }
  return false
}

/** A card that a session's events named, with the group it had then; empty for none. */
export type NamedCard = readonly [number: string, group: string]

/** Most cards that are kept of one session: two are as much of a doubt as ten. */
const CARDS_KEPT = 5

export function namedCards({ cards }: Pick<SessionFacts, 'cards'>): NamedCard[] {
  return cards === '[]' ? [] : (JSON.parse(cards) as NamedCard[])
}

type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] }

/** Whether a value counts that the first of all events decides; `known` is the place of the one that counts so far. */
function isFirst(place: Place, known: Place): boolean {
  return known.last === null || earlier(place, known)
}

/** The same of a value that the last of all events decides. */
function isLast(place: Place, known: Place): boolean {
  return known.last === null || earlier(known, place)
}

/** The first card is its holder's; the one that stops the session may be another of the same group. */
function addCard(facts: Writable<SessionFacts>, before: SessionFacts, received: ReceivedEvent, seq: number): void {
  const { event, authorization, cardGroup } = received
  const { token, at } = event
  if (token === null) return
  const number = writtenToken(token)
  const known = { first: before.tokenSeq, next: before.tokenAt, last: before.token && writtenToken(before.token) }
  if (isFirst({ first: seq, next: at, last: number }, known)) {
    facts.token = token
    facts.tokenSeq = seq
    facts.tokenAt = at
    facts.authorization = authorization
  }
  // A token of no value stands for none (NoAuthorization).
  if (number === '') return
  const named = namedCards(before)
  if (named.some(([other, group]) => other === number && group === cardGroup)) return
  const all = [...named, [number, cardGroup] as const].sort(([a, groupA], [b, groupB]) =>
    a === b ? (groupA < groupB ? -1 : 1) : a < b ? -1 : 1,
  )
  facts.cards = JSON.stringify(all.slice(0, CARDS_KEPT))
}

function addReading(facts: Writable<SessionFacts>, { at, energyWh, powerW }: MeterReading, seq: number): void {
  if (energyWh !== null) {
    const { meterStartAt, meterStartWh, meterLastAt, meterLastWh } = facts
    if (meterLastAt !== null && meterLastWh !== null && at > meterLastAt && meterLastWh - energyWh > METER_NOISE_WH) {
      facts.meterFell = true
    }
    // Two registers at one moment (a period's end and its begin): the lower one began it, the higher one ended it.
    const place = { first: at, next: energyWh, last: 0 }
    if (
      meterStartAt === null ||
      meterStartWh === null ||
      earlier(place, { first: meterStartAt, next: meterStartWh, last: 0 })
    ) {
      facts.meterStartWh = energyWh
      facts.meterStartAt = at
    }
    if (
      meterLastAt === null ||
      meterLastWh === null ||
      earlier({ first: meterLastAt, next: meterLastWh, last: 0 }, place)
    ) {
      facts.meterLastWh = energyWh
      facts.meterLastAt = at
    }
  }
  const known = { first: facts.powerAt, next: facts.powerSeq, last: facts.powerW }
  if (powerW !== null && isLast({ first: at, next: seq, last: powerW }, known)) {
    facts.powerW = powerW
    facts.powerAt = at
    facts.powerSeq = seq
  }
}
