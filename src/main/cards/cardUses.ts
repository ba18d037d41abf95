import { canonicalToken, type IdToken } from '@shared/ocpp/idToken'
import type { ReadDb } from '../store/handles'
import { cardsRunningAt, numbersOf, type UseRow, usesOf } from '../store/queries/cardUse'
import type { CardFacts, CardUse } from './authorize'
import { type Calendar, SITE_CALENDAR } from './hours'

/** A session of the ledger, as far as the use of its card is counted. */
export interface LedgerSession {
  readonly id: number
  readonly stationId: number
  readonly transactionId: string
  readonly evseId: number | null
  /** As it is written down; null while it named no card. */
  readonly token: string | null
  /** '' where the version has none. */
  readonly tokenType: string
  readonly begunAt: number
  readonly energyWh: number
  /** It runs, and the station has begun no later one at its EVSE. */
  readonly runs: boolean
}

/** Where a card is presented: what runs in that very place is no other session of it. */
export interface UseOf {
  readonly token: IdToken
  readonly stationId: number
  readonly evseId: number | null
  readonly transactionId: string | null
  readonly at: number
}

/** How often and how much cards were used: counted in memory for the cards whose rules ask, kept true by the ledger. */
export interface CardUses {
  of(card: CardFacts, presented: UseOf): CardUse
  /** Energy of the sessions that began in the month of a moment, in watt-hours. */
  energyWh(cardId: number, at: number): number
  /** A session is being begun with this card and is not in the ledger yet. @returns says that it is, or never will be */
  starting(cardId: number, stationId: number): () => void
  /** What the ledger has made of its newest events. */
  sessionsChanged(sessions: readonly LedgerSession[]): void
  /** Lets go of everything: the cards have changed. */
  forget(): void
}

interface Counter {
  readonly month: number
  readonly numbers: readonly { readonly token: string; readonly token_type: string }[]
  readonly sessions: Map<number, LedgerSession>
}

/** @param read reads what is committed */
export function createCardUses(read: ReadDb, calendar: Calendar = SITE_CALENDAR): CardUses {
  const counters = new Map<number, Counter>()
  const beginning = new Map<number, Set<{ readonly stationId: number }>>()

  const counterOf = (cardId: number, at: number): Counter => {
    const month = calendar.monthStart(at)
    const known = counters.get(cardId)
    if (known?.month === month) return known
    const numbers = numbersOf(read, cardId)
    const rows = numbers.flatMap(({ token, token_type }) => usesOf(read, token, token_type, month))
    const counter = { month, numbers, sessions: new Map(rows.map((row) => [row.id, toLedgerSession(row)])) }
    counters.set(cardId, counter)
    return counter
  }

  const chargingAt = (cardId: number, counter: Counter, presented: UseOf): number | null => {
    for (const { stationId } of beginning.get(cardId) ?? []) return stationId
    for (const session of counter.sessions.values()) {
      if (session.runs && !isSamePlace(session, presented)) return session.stationId
    }
    return null
  }

  const ofMonth = (counter: Counter, isOther: (session: LedgerSession) => boolean) => {
    const end = calendar.monthStart(counter.month, 1)
    let energyWh = 0
    let sessions = 0
    for (const session of counter.sessions.values()) {
      if (session.begunAt < counter.month || session.begunAt >= end || !isOther(session)) continue
      energyWh += session.energyWh
      sessions += 1
    }
    return { energyWh, sessions }
  }

  return {
    of(card, presented) {
      const counter = counterOf(card.id, presented.at)
      return {
        ...ofMonth(counter, (session) => !isOwn(session, presented)),
        chargingAt: chargingAt(card.id, counter, presented),
        canStopHere: isNamedIn(cardsRunningAt(read, presented.stationId), presented.token, card.group),
      }
    },
    energyWh: (cardId, at) => ofMonth(counterOf(cardId, at), () => true).energyWh,
    starting(cardId, stationId) {
      const entry = { stationId }
      const entries = beginning.get(cardId) ?? new Set()
      entries.add(entry)
      beginning.set(cardId, entries)
      return () => {
        entries.delete(entry)
        if (entries.size === 0 && beginning.get(cardId) === entries) beginning.delete(cardId)
      }
    },
    sessionsChanged(changed) {
      for (const counter of counters.values()) {
        for (const session of changed) {
          if (isOfCard(counter, session)) counter.sessions.set(session.id, session)
          else counter.sessions.delete(session.id)
        }
      }
    },
    forget: () => counters.clear(),
  }
}

function isOfCard({ numbers }: Counter, { token, tokenType }: LedgerSession): boolean {
  return numbers.some((number) => number.token === token && (tokenType === '' || number.token_type === tokenType))
}

function isOwn({ stationId, transactionId }: LedgerSession, presented: UseOf): boolean {
  return stationId === presented.stationId && transactionId === presented.transactionId
}

/** An EVSE has one session: one that still runs there is the same, told again, or its end was lost. */
function isSamePlace(session: LedgerSession, presented: UseOf): boolean {
  if (isOwn(session, presented)) return true
  return session.stationId === presented.stationId && presented.evseId !== null && session.evseId === presented.evseId
}

/** Whether one of these sessions named this card or one of its group. */
function isNamedIn(cards: readonly string[], { value }: IdToken, group: string): boolean {
  const number = canonicalToken(value)
  return cards.some((json) =>
    (JSON.parse(json) as [string, string][]).some(
      ([named, groupThen]) => named === number || (group !== '' && groupThen === group),
    ),
  )
}

function toLedgerSession(row: UseRow): LedgerSession {
  return {
    id: row.id,
    stationId: row.station_id,
    transactionId: row.transaction_id,
    evseId: row.evse_id,
    token: row.token,
    tokenType: row.token_type,
    begunAt: row.listed_at,
    energyWh: row.energy_wh,
    runs: row.runs === 1,
  }
}
