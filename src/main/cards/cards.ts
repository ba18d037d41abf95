import type { Card, CardCheck, UnknownCard } from '@shared/contract/cards'
import { AppError } from '@shared/errors'
import type { AuthorizationStatus, Purpose } from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'
import { isKeyCodeType } from '@shared/ocpp/keyCode'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { CardNumbers } from '../readers/cardNumbers'
import type { Store } from '../store/open'
import {
  type CardFilter,
  cardById,
  cardFacts,
  countUnknownCards,
  deleteUnknownCard,
  findCards,
  toCard,
  toUnknownCard,
  unknownCardById,
  unknownCards,
} from '../store/queries/cards'
import { appendAudit } from '../store/queries/events'
import { toPage } from '../store/queries/page'
import type { WriteJob } from '../store/writer'
import { type AuthorizationDecision, authorize, type CardFacts, type CardUse, withoutCard } from './authorize'
import { type BudgetEndsDeps, createBudgetEnds } from './budgetEnds'
import { type CardUses, createCardUses } from './cardUses'
import { type CardDesk, createCardDesk } from './enrolment'
import { createKeyCodeGuard, KEY_CODE_LIMITS, type KeyCodeLimits } from './keyCodeGuard'
import { lookUpCards, toFacts } from './lookUp'
import { decideAmong } from './present'
import { createPresentedLog } from './presentedLog'
import { rememberCards } from './rememberedCards'
import { createStartPolicy, type StartPolicy } from './startPolicy'

/** An identifier that a station presents. */
export interface Presentation {
  readonly stationId: number
  readonly token: IdToken
  /** Null where the message has no place for it. */
  readonly evseId: number | null
  readonly purpose: Purpose
  /** By the station's clock; null for now. */
  readonly at: number | null
  /** Of the session that it is presented in; null for none, or one without a name yet. */
  readonly transactionId: string | null
  /** Makes the ledger complete: called only when the card's use is counted. */
  readonly catchUp?: () => void
}

/**
 * How late a station may tell of a card for it to count as presented now, in milliseconds: longer than a message takes,
 * shorter than a connection is lost. Stations' clocks are off by seconds.
 */
export const TOLD_LATE_MS = 120_000

/** The site's cards: who may charge, and what was presented and not known. */
export interface Cards extends CardDesk, StartPolicy {
  /**
   * Answers a card that is held to a station, at once from what is committed; the record of it follows within the
   * writer's lazy delay. Nobody said yet whether it is to start or to stop.
   * @param now when that was, by this server's clock, where it is known already
   */
  present(stationId: number, token: IdToken, now?: number): AuthorizationDecision
  /** The answer alone, for an event that may turn out to be a repetition: then its card was not presented again. */
  decide(presentation: Presentation): AuthorizationDecision
  /** The record alone. */
  notePresented(stationId: number, token: IdToken, decision: AuthorizationDecision): void
  /**
   * To be called when a session is begun by this decision, before it is in the ledger: cards that may have one session
   * at a time are not given a second meanwhile. @returns to be called when it is in the ledger, or never will be
   */
  starting(stationId: number, decision: AuthorizationDecision): () => void
  /** How many cards were presented since the program began, by what they were answered. */
  presentedByStatus(): ReadonlyMap<AuthorizationStatus, number>
  /** What the ledger has made of its newest events. */
  sessionsChanged: CardUses['sessionsChanged']
  /** Whether a session could be begun with a card. @throws AppError UNKNOWN_CARD */
  check(cardId: number, place: { stationId: number; evseId: number | null; at: number | null }): CardCheck
  dismissUnknown(actor: string, unknownCardId: number): Promise<boolean>
  get(cardId: number): Card
  find(filter: CardFilter): { entries: Card[]; next: number | null; total: number }
  unknown(): UnknownCard[]
  unknownById(id: number): UnknownCard | undefined
  countUnknown(): number
  /** As all writing to the table of cards; see the import. */
  writeCards<Result>(job: WriteJob<Result>): Promise<Result>
}

export interface CardsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  /** How stations write numbers, where that is not as they are stored. */
  readonly numbers?: Pick<CardNumbers, 'cardFor'>
  /** Whether a station lets the site's MasterPass stop the sessions of others by itself. */
  readonly knowsMasterPass?: (stationId: number) => boolean
  /** A MasterPass was held to a station that does not know it: the site stops what runs there. */
  readonly onMasterPass?: (stationId: number, cardId: number) => void
  /** The energy of a card's month is used up, and its rules want its running session to end then. */
  readonly onBudgetUsed?: BudgetEndsDeps['end']
  readonly keyCodes?: Partial<KeyCodeLimits>
}

const nothingToEnd = () => {}
const NO_USE: CardUse = { energyWh: 0, sessions: 0, chargingAt: null, canStopHere: false }

export function createCards({
  store,
  clock,
  changes,
  numbers,
  knowsMasterPass = () => false,
  onMasterPass,
  onBudgetUsed,
  keyCodes,
}: CardsDeps): Cards {
  const { read, writer } = store
  const presentedLog = createPresentedLog({ writer, changes })
  const remembered = rememberCards((token) => lookUpCards(read, token))
  const uses = createCardUses(read)
  const endUsedUp =
    onBudgetUsed &&
    createBudgetEnds({
      cardsOf: (token) => remembered.of(token).cards,
      energyWh: uses.energyWh,
      clock,
      end: onBudgetUsed,
    })
  const guard = createKeyCodeGuard({ ...KEY_CODE_LIMITS, ...keyCodes })
  const startPolicy = createStartPolicy({ store, clock, changes })

  /**
   * The only way to write to the table of cards. What was remembered is let go before anybody is told of the change, so
   * that a card that was just blocked is refused the next time it is presented; also when it failed, because only the
   * database knows what became of it.
   */
  const writeCards = async <Result>(job: WriteJob<Result>): Promise<Result> => {
    try {
      return await writer.write(job)
    } finally {
      remembered.forget()
      uses.forget()
    }
  }

  /** @param token the number under which the card is stored */
  const decideByCards = (cards: readonly CardFacts[], token: IdToken, presentation: Presentation, now: number) => {
    const { stationId, evseId, purpose, transactionId, catchUp } = presentation
    const at = presentation.at !== null && now - presentation.at > TOLD_LATE_MS ? presentation.at : now
    return decideAmong(cards, token, {
      now,
      at,
      stationId,
      evseId,
      purpose,
      startsWithoutCard: startPolicy.startsWithoutCard(stationId),
      knowsMasterPass: () => knowsMasterPass(stationId),
      use(card) {
        catchUp?.()
        return uses.of(card, { token, stationId, evseId, transactionId, at })
      },
    })
  }

  const decide = (presentation: Presentation, now: number): AuthorizationDecision => {
    const { stationId, purpose } = presentation
    const token = numbers?.cardFor(stationId, presentation.token) ?? presentation.token
    const { cards } = remembered.of(token)
    if (!isKeyCodeType(token.type) || purpose === 'stop') return decideByCards(cards, token, presentation, now)
    // What a station tells late was typed long ago: nobody guesses there now.
    const isLate = presentation.at !== null && now - presentation.at > TOLD_LATE_MS
    const pausedUntil = isLate ? null : guard.pausedUntil(stationId, now)
    if (pausedUntil !== null) {
      return withoutCard('too-many-guesses', { status: 'too-many-guesses', next: pausedUntil })
    }
    if (!isLate) guard.guessed(stationId, cards.length > 0, now)
    return decideByCards(cards, token, presentation, now)
  }

  const note = (stationId: number, token: IdToken, decision: AuthorizationDecision, at: number) => {
    if (decision.status !== 'unknown') return presentedLog.add({ stationId, token, decision, at })
    // A key code that came without its type is refused as an unknown number: only then it has to be found out.
    const { isSecret } = remembered.of(token)
    const meant = numbers?.cardFor(stationId, token) ?? token
    presentedLog.add({ stationId, token, decision, at, isSecret, meant })
  }

  return {
    ...createCardDesk({ clock, changes, write: writeCards }),
    ...startPolicy,
    writeCards,

    present(stationId, token, now = clock()) {
      const decision = decide({ stationId, token, evseId: null, purpose: 'ask', at: null, transactionId: null }, now)
      note(stationId, token, decision, now)
      if (decision.status === 'starts-nothing' && decision.cardId !== null) onMasterPass?.(stationId, decision.cardId)
      return decision
    },
    decide: (presentation) => decide(presentation, clock()),
    notePresented: (stationId, token, decision) => note(stationId, token, decision, clock()),
    presentedByStatus: presentedLog.countByStatus,
    starting(stationId, { status, cardId, oneAtATime }) {
      if (!oneAtATime || cardId === null || status !== 'accepted') return nothingToEnd
      return uses.starting(cardId, stationId)
    },
    sessionsChanged(changed) {
      uses.sessionsChanged(changed)
      endUsedUp?.(changed)
    },

    check(cardId, { stationId, evseId, at }) {
      const row = cardById(read, cardId)
      const facts = row && cardFacts(read, row.token, row.token_type)
      if (!row || !facts) throw new AppError('UNKNOWN_CARD')
      const now = clock()
      const moment = at ?? now
      const token = { value: row.token, type: row.token_type }
      const isKeyCode = row.token_type === 'KeyCode'
      const { status, reason, evseIds } = authorize(token, toFacts(facts), {
        now: moment,
        at: moment,
        stationId,
        evseId,
        purpose: 'start',
        startsWithoutCard: startPolicy.startsWithoutCard(stationId),
        knowsMasterPass: () => knowsMasterPass(stationId),
        use: (card) =>
          isKeyCode ? NO_USE : uses.of(card, { token, stationId, evseId, transactionId: null, at: moment }),
      })
      return { status, reason, evseIds: evseIds && [...evseIds] }
    },

    async dismissUnknown(actor, unknownCardId) {
      const at = clock()
      const gone = await writer.write((db) => {
        const row = unknownCardById(db, unknownCardId)
        if (!row || !deleteUnknownCard(db, unknownCardId)) return false
        appendAudit(db, { at, actor, action: 'unknown-card-dismissed', subject: row.token, detail: {} })
        return true
      })
      if (gone) {
        changes.emit('unknownCard', unknownCardId)
        changes.emit('audit', 0)
      }
      return gone
    },

    get(cardId) {
      const row = cardById(read, cardId)
      if (!row) throw new AppError('UNKNOWN_CARD')
      return toCard(row)
    },
    find(filter) {
      const { rows, total } = findCards(read, filter)
      return toPage(rows, filter.limit, total, toCard)
    },
    unknown: () => unknownCards(read).map(toUnknownCard),
    unknownById(id) {
      const row = unknownCardById(read, id)
      return row && toUnknownCard(row)
    },
    countUnknown: () => countUnknownCards(read),
  }
}
