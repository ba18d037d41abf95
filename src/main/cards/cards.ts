import type { Card, EnrolRequest, UnknownCard } from '@shared/contract/cards'
import { AppError } from '@shared/errors'
import type { IdToken } from '@shared/ocpp/idToken'
import type { z } from 'zod'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import {
  type CardFilter,
  type CardRow,
  cardById,
  cardByToken,
  countUnknownCards,
  deleteUnknownByToken,
  deleteUnknownCard,
  findCards,
  insertCard,
  toCard,
  toUnknownCard,
  unknownCardById,
  unknownCards,
  updateCard,
} from '../store/queries/cards'
import { appendAudit } from '../store/queries/events'
import { toPage } from '../store/queries/page'
import type { WriteJob } from '../store/writer'
import type { AuthorizationDecision } from './authorize'
import { lookUpCards } from './lookUp'
import { decideAmong, writtenToken } from './present'
import { createPresentedLog } from './presentedLog'
import { rememberCards } from './rememberedCards'

type Enrolment = z.output<typeof EnrolRequest>
type CardChange = Partial<Omit<Enrolment, 'token' | 'tokenType'>> & { readonly cardId: number }

export type EnrolOutcome =
  | { kind: 'enrolled'; card: Card }
  | { kind: 'already-enrolled'; card: Card }
  | { kind: 'ends-before-it-begins' }
export type ChangeOutcome = { kind: 'saved'; card: Card } | { kind: 'ends-before-it-begins' }

/** The site's cards: who may charge, and what was presented and not known. */
export interface Cards {
  /** Answers a presented card at once from what is committed; the record of it follows within the writer's lazy delay. */
  present(stationId: number, token: IdToken): AuthorizationDecision
  /** The answer alone, for an event that may turn out to be a repetition: then its card was not presented again. */
  decide(token: IdToken): AuthorizationDecision
  /** The record alone. */
  notePresented(stationId: number, token: IdToken, decision: AuthorizationDecision): void
  /** @param actor who did it, for the audit trail */
  enrol(actor: string, enrolment: Enrolment): Promise<EnrolOutcome>
  /** @throws AppError UNKNOWN_CARD */
  change(actor: string, change: CardChange): Promise<ChangeOutcome>
  dismissUnknown(actor: string, unknownCardId: number): Promise<boolean>
  get(cardId: number): Card
  find(filter: CardFilter): { entries: Card[]; next: number | null; total: number }
  unknown(): UnknownCard[]
  unknownById(id: number): UnknownCard | undefined
  countUnknown(): number
}

export interface CardsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
}

export function createCards({ store, clock, changes }: CardsDeps): Cards {
  const { read, writer } = store
  const presentedLog = createPresentedLog({ writer, changes })
  const remembered = rememberCards((token) => lookUpCards(read, token))

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
    }
  }

  const endsBeforeItBegins = (card: { validFrom: number | null; validUntil: number | null }) =>
    card.validFrom !== null && card.validUntil !== null && card.validUntil <= card.validFrom

  const decide = (token: IdToken) => decideAmong(remembered.of(token), token, clock())
  const notePresented: Cards['notePresented'] = (stationId, token, decision) =>
    presentedLog.add({ stationId, token, decision, at: clock() })

  return {
    present(stationId, token) {
      const decision = decide(token)
      notePresented(stationId, token, decision)
      return decision
    },
    decide,
    notePresented,

    async enrol(actor, enrolment) {
      if (endsBeforeItBegins(enrolment)) return { kind: 'ends-before-it-begins' }
      const at = clock()
      const { outcome, gone } = await writeCards((db): { outcome: EnrolOutcome; gone: number[] } => {
        const existing = cardByToken(db, enrolment.token, enrolment.tokenType)
        if (existing) return { outcome: { kind: 'already-enrolled', card: toCard(existing) }, gone: [] }
        const fields = {
          token: enrolment.token,
          token_type: enrolment.tokenType,
          holder: enrolment.holder,
          label: enrolment.label,
          card_group: enrolment.group,
          valid_from: enrolment.validFrom,
          valid_until: enrolment.validUntil,
          blocked: enrolment.blocked ? 1 : 0,
          created_at: at,
          updated_at: at,
        } as const
        const card = toCard({ ...fields, id: insertCard(db, fields) })
        const { id, createdAt, updatedAt, ...facts } = card
        const subject = auditName(card)
        appendAudit(db, { at, actor, action: 'card-enrolled', subject, detail: { ...facts, token: subject } })
        const gone = deleteUnknownByToken(db, card.token, card.tokenType)
        return { outcome: { kind: 'enrolled', card }, gone }
      })
      if (outcome.kind === 'enrolled') {
        changes.emit('card', outcome.card.id)
        changes.emit('audit', 0)
      }
      for (const id of gone) changes.emit('unknownCard', id)
      return outcome
    },

    async change(actor, { cardId, ...change }) {
      const at = clock()
      const { outcome, written } = await writeCards((db): { outcome: ChangeOutcome; written: boolean } => {
        const row = cardById(db, cardId)
        if (!row) throw new AppError('UNKNOWN_CARD')
        const before = toCard(row)
        const after: Card = { ...before, ...withoutUndefined(change), updatedAt: at }
        if (endsBeforeItBegins(after)) return { outcome: { kind: 'ends-before-it-begins' }, written: false }
        const detail = differences(before, after)
        if (Object.keys(detail).length === 0) return { outcome: { kind: 'saved', card: before }, written: false }
        updateCard(db, toRow(after))
        appendAudit(db, { at, actor, action: actionFor(detail, after), subject: auditName(after), detail })
        return { outcome: { kind: 'saved', card: after }, written: true }
      })
      if (written) {
        changes.emit('card', cardId)
        changes.emit('audit', 0)
      }
      return outcome
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

/** The card's number as the audit trail names it. */
function auditName({ token, tokenType }: Card): string {
  return writtenToken({ value: token, type: tokenType })
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<T>
}

/** Field to [before, after], for the audit trail. */
function differences(before: Card, after: Card): Record<string, unknown> {
  const fields = ['holder', 'label', 'group', 'validFrom', 'validUntil', 'blocked'] as const
  const changed = fields.filter((field) => before[field] !== after[field])
  return Object.fromEntries(changed.map((field) => [field, [before[field], after[field]]]))
}

function actionFor(detail: Record<string, unknown>, after: Card) {
  if (!('blocked' in detail)) return 'card-changed'
  return after.blocked ? 'card-blocked' : 'card-unblocked'
}

function toRow(card: Card): CardRow {
  return {
    id: card.id,
    token: card.token,
    token_type: card.tokenType,
    holder: card.holder,
    label: card.label,
    card_group: card.group,
    valid_from: card.validFrom,
    valid_until: card.validUntil,
    blocked: card.blocked ? 1 : 0,
    created_at: card.createdAt,
    updated_at: card.updatedAt,
  }
}
