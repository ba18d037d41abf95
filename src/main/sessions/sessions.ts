import type { EnergyHistory } from '@shared/contract/energyHistory'
import type { Session } from '@shared/contract/sessions'
import { AppError } from '@shared/errors'
import { powerNowW } from '@shared/ocpp/evseSays'
import type { IdToken } from '@shared/ocpp/idToken'
import type { AuthorizationDecision } from '../cards/authorize'
import type { Cards } from '../cards/cards'
import type { LedgerSession } from '../cards/cardUses'
import { writtenToken } from '../cards/present'
import type { Changes } from '../changes'
import type { CardNumbers } from '../readers/cardNumbers'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { findSessions, type LedgerFilter, type SessionFilter, sessionsInParts } from '../store/queries/ledger'
import { toPage } from '../store/queries/page'
import { keepRawEvent, type RawEvent } from '../store/queries/rawEvents'
import { drawingSessions, figuresSince } from '../store/queries/sessionFigures'
import { readingsOf } from '../store/queries/sessions'
import { readingsInParts, runningSessions, sessionById } from '../store/queries/sessionView'
import { asMeant } from './asMeant'
import { type EnergyRequest, energyHistory } from './energy/energyHistory'
import { createEventLog, type Report } from './eventLog'
import type { EventReader } from './eventReader'
import { createInterpreter, INTERPRETER_DEFAULTS, type Interpreter, type InterpreterLimits } from './interpreter'
import type { KnownSession } from './sessionRow'
import { stateOf } from './sessionState'
import type { Figures } from './todayFigures'

/** Most readings given out for one session's picture. */
export const READINGS_SHOWN = 1_000

/**
 * The ledger: the events as they came, and the sessions made of them. An event is answered when it is stored; its
 * session follows within `interpretAfterMs`. Whoever reads here never reads behind what was answered.
 */
export interface Sessions {
  /**
   * Appends an event; resolves with the answer once it is on disk. The same content again gets the same answer and
   * changes nothing (E13, 1.6 errata §3.18).
   * @param word builds the version's answer from what the site says to the event's card; null when it names none
   */
  record<Reply extends object>(report: Report, word: (decision: AuthorizationDecision | null) => Reply): Promise<Reply>
  /** As `record`, for the start of a transaction that this server numbers (1.6). */
  begin<Reply extends object>(
    report: Report,
    word: (decision: AuthorizationDecision | null, transactionId: number) => Reply,
  ): Promise<Reply>
  /** Appends an event that belongs to no session: it is kept and changes nothing else. */
  keep(raw: RawEvent, reply: object | null, problem: string | null): Promise<void>
  running(): Session[]
  get(sessionId: number): { session: Session; readings: ReturnType<typeof readingsOf> }
  view(sessionId: number): Session | undefined
  find(filter: SessionFilter): { entries: Session[]; next: number | null; total: number; totalIsLeast: boolean }
  /** Everything a filter means, newest first, read part by part as it is asked for. */
  inParts(filter: LedgerFilter, size: number): Iterable<Session[]>
  /** All readings of a session, oldest first, read part by part as they are asked for. @throws AppError UNKNOWN_SESSION */
  readingsInParts(sessionId: number, size: number): ReturnType<typeof readingsInParts>
  figuresSince(midnight: number): Figures
  /** What all sessions draw now, in watts, as far as their EVSEs do not say otherwise. */
  powerW(): number
  /** What was delivered over time; ends early when `signal` is aborted. */
  energyHistory(request: EnergyRequest, signal?: AbortSignal): Promise<EnergyHistory>
  /** Changes what sessions are made from, in one transaction with working them out again; see the interpreter. */
  amend: Interpreter['amend']
  /** Makes sessions of what waits; whoever reads beside this interface calls it first. */
  catchUp(): void
  /** Interprets what waits. */
  close(): void
}

export interface SessionsLimits extends InterpreterLimits {
  /** Most events that are appended as one job of the writer. */
  readonly appendTogether: number
}

export const SESSIONS_DEFAULTS: SessionsLimits = { ...INTERPRETER_DEFAULTS, appendTogether: 1_000 }

export interface SessionsDeps {
  readonly store: Store
  readonly changes: Changes
  readonly cards: Pick<Cards, 'decide' | 'notePresented' | 'starting' | 'sessionsChanged'>
  readonly stations: Pick<Stations, 'view'>
  /** How stations write numbers of cards, where that is not as they are stored. */
  readonly numbers?: Pick<CardNumbers, 'cardFor'>
  readonly readEvent: EventReader
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<SessionsLimits>
}

/** Opens the ledger; what was answered and not interpreted when the program ended is interpreted before it returns. */
export function createSessions(deps: SessionsDeps): Sessions {
  const { store, changes, cards, stations, numbers, readEvent, onFailure, limits } = deps
  const { read, writer } = store
  const bounds = { ...SESSIONS_DEFAULTS, ...limits }
  const tell = (sessions: readonly KnownSession[]) => cards.sessionsChanged(sessions.map(toLedgerSession))
  const interpreter = createInterpreter({
    store,
    changes,
    read: readEvent,
    asMeant: numbers && ((event) => asMeant(event, numbers)),
    limits: bounds,
    onFailure,
    tell,
  })
  const powerW = () =>
    drawingSessions(read).reduce(
      (sum, session) => sum + (powerNowW(session, stations.view(session.stationId)?.connectors ?? []) ?? 0),
      0,
    )
  const log = createEventLog({
    store,
    appendTogether: bounds.appendTogether,
    onStored: interpreter.take,
    waits: interpreter.waits,
  })

  /** E01.FR.11, C12.FR.03: the card inside a transaction event is checked again, whatever was said before. */
  const decide = ({ raw, event }: Report, token: IdToken): AuthorizationDecision =>
    cards.decide({
      stationId: raw.stationId,
      token,
      evseId: event.evseId,
      purpose: event.stops ? 'stop' : 'start',
      at: event.at,
      transactionId: raw.transactionId,
      catchUp: interpreter.now,
    })
  /** Notes that a session is being begun with a card, until the ledger knows it. */
  const whileStored = ({ raw, event }: Report, decision: AuthorizationDecision | null, stored: Promise<unknown>) => {
    if (!decision?.oneAtATime || event.stops) return
    const done = cards.starting(raw.stationId, decision)
    stored.then(done, done)
  }

  return {
    record(report, word) {
      const { token } = report.event
      const decision = token && decide(report, token)
      const reply = word(decision)
      const appended = log.append(report, JSON.stringify(reply), decision)
      whileStored(report, decision, appended)
      return appended.then((stored) => {
        if (!stored.isNew) return JSON.parse(stored.reply) as typeof reply
        if (token && decision) cards.notePresented(report.raw.stationId, token, decision)
        return reply
      })
    },

    async begin<Reply extends object>(
      report: Report,
      word: (decision: AuthorizationDecision | null, transactionId: number) => Reply,
    ) {
      const { token } = report.event
      const decision = token && decide(report, token)
      const appended = log.appendStart(report, (number) => JSON.stringify(word(decision, number)), decision)
      whileStored(report, decision, appended)
      const stored = await appended
      if (stored.isNew && token && decision) cards.notePresented(report.raw.stationId, token, decision)
      return JSON.parse(stored.reply) as Reply
    },

    async keep(raw, reply, problem) {
      await writer.write((db) => keepRawEvent(db, raw, reply && JSON.stringify(reply), problem))
    },

    running() {
      interpreter.now()
      return runningSessions(read)
    },
    get(sessionId) {
      interpreter.now()
      const session = sessionById(read, sessionId)
      if (!session) throw new AppError('UNKNOWN_SESSION')
      return { session, readings: readingsOf(read, sessionId, READINGS_SHOWN) }
    },
    view(sessionId) {
      interpreter.now()
      return sessionById(read, sessionId)
    },
    find(filter) {
      interpreter.now()
      const { rows, total, totalIsLeast } = findSessions(read, filter)
      return { ...toPage(rows, filter.limit, total, (session) => session), totalIsLeast }
    },
    inParts(filter, size) {
      interpreter.now()
      return sessionsInParts(read, filter, size)
    },
    readingsInParts(sessionId, size) {
      interpreter.now()
      if (!sessionById(read, sessionId)) throw new AppError('UNKNOWN_SESSION')
      return readingsInParts(read, sessionId, size)
    },
    figuresSince(midnight) {
      interpreter.now()
      return { powerW: powerW(), ...figuresSince(read, midnight) }
    },
    powerW() {
      interpreter.now()
      return powerW()
    },
    energyHistory: (request, signal) => energyHistory(read, request, interpreter.now, signal),
    amend: interpreter.amend,
    catchUp: interpreter.now,
    close: interpreter.close,
  }
}

/** A session as the use of its card is counted; as the query of it (store/queries/cardUse.ts). */
function toLedgerSession({ id, stationId, transactionId, facts, settled, superseded }: KnownSession): LedgerSession {
  const { authorization, token, startedAt, receivedFirst, endedAt, meterStartAt, meterStartWh, meterLastWh } = facts
  const meteredWh = meterStartWh === null || meterLastWh === null ? 0 : meterLastWh - meterStartWh
  return {
    id,
    stationId,
    transactionId,
    evseId: facts.evseId,
    token: token && writtenToken(token),
    tokenType: token?.type ?? '',
    begunAt: startedAt ?? receivedFirst ?? endedAt ?? meterStartAt ?? 0,
    energyWh: Math.max(settled?.energyWh ?? meteredWh, 0),
    // One that was refused is being ended by its station.
    runs:
      settled === null && !superseded && (authorization ?? 'accepted') === 'accepted' && stateOf(facts) === 'running',
  }
}
