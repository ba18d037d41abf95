import { type AuditDetail, differences } from '@shared/auditFields'
import { countUse } from '@shared/contract/cardRules'
import type { Card, EnrolRequest } from '@shared/contract/cards'
import { AppError } from '@shared/errors'
import type { IdTokenType } from '@shared/ocpp/idToken'
import type { z } from 'zod'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { WriteDb } from '../store/handles'
import {
  type CardFields,
  type CardRow,
  cardById,
  cardByToken,
  deleteUnknownByToken,
  insertCard,
  toCard,
  updateCard,
} from '../store/queries/cards'
import { appendAudit } from '../store/queries/events'
import type { WriteJob } from '../store/writer'
import { eraseFromAudit } from './erasure'
import { writtenToken } from './present'

export type Enrolment = z.output<typeof EnrolRequest>
export type CardChange = Partial<Omit<Enrolment, 'token' | 'tokenType'>> & { readonly cardId: number }

/** What keeps a card from being saved; see the contract. */
export type NotSaved = { kind: 'ends-before-it-begins' } | { kind: 'key-code-not-counted' }
export type EnrolOutcome = { kind: 'enrolled'; card: Card } | { kind: 'already-enrolled'; card: Card } | NotSaved
export type ChangeOutcome = { kind: 'saved'; card: Card } | NotSaved
export type ReplaceOutcome =
  | { kind: 'replaced'; card: Card; lost: Card }
  | { kind: 'already-enrolled'; card: Card }
  | { kind: 'already-replaced'; card: Card }
  | NotSaved

/** Everything that changes cards. Each says in whose name, for the audit trail. */
export interface CardDesk {
  enrol(actor: string, enrolment: Enrolment): Promise<EnrolOutcome>
  /** @throws AppError UNKNOWN_CARD */
  change(actor: string, change: CardChange): Promise<ChangeOutcome>
  /** Blocks a lost card and enrols another with everything that it had. @throws AppError UNKNOWN_CARD */
  replace(actor: string, cardId: number, token: string, tokenType: IdTokenType): Promise<ReplaceOutcome>
  /** Erases what is known of its holder; the number, its rules and its sessions stay. @throws AppError UNKNOWN_CARD */
  erase(actor: string, cardId: number): Promise<{ kind: 'erased'; card: Card }>
}

export interface CardDeskDeps {
  readonly clock: Clock
  readonly changes: Changes
  /** Writes to the table of cards, and lets go of what was remembered of them. */
  readonly write: <Result>(job: WriteJob<Result>) => Promise<Result>
}

/** What a job came to, and what is to be told when it is on disk. */
interface Done<Outcome> {
  readonly outcome: Outcome
  readonly cards: readonly number[]
  readonly unknown?: readonly number[]
}

export function createCardDesk({ clock, changes, write }: CardDeskDeps): CardDesk {
  const writeAndTell = async <Outcome>(job: WriteJob<Done<Outcome>>): Promise<Outcome> => {
    const { outcome, cards, unknown = [] } = await write(job)
    for (const id of cards) changes.emit('card', id)
    if (cards.length > 0) changes.emit('audit', 0)
    for (const id of unknown) changes.emit('unknownCard', id)
    return outcome
  }

  return {
    async enrol(actor, enrolment) {
      const problem = notSaved(enrolment)
      if (problem) return problem
      const at = clock()
      return writeAndTell((db): Done<EnrolOutcome> => {
        const existing = cardByToken(db, enrolment.token, enrolment.tokenType)
        if (existing) return { outcome: { kind: 'already-enrolled', card: toCard(existing) }, cards: [] }
        const card = insert(db, toFields(enrolment, at))
        const subject = auditName(card)
        appendAudit(db, { at, actor, action: 'card-enrolled', subject, detail: { ...told(card), token: subject } })
        const unknown = deleteUnknownByToken(db, card.token, card.tokenType)
        return { outcome: { kind: 'enrolled', card }, cards: [card.id], unknown }
      })
    },

    change(actor, { cardId, ...change }) {
      const at = clock()
      return writeAndTell((db): Done<ChangeOutcome> => {
        const before = existing(db, cardId)
        const after: Card = { ...before, ...withoutUndefined(change), updatedAt: at }
        const problem = notSaved(after)
        if (problem) return { outcome: problem, cards: [] }
        const detail = differences(CHANGED, before, after)
        if (Object.keys(detail).length === 0) return { outcome: { kind: 'saved', card: before }, cards: [] }
        updateCard(db, toRow(after))
        appendAudit(db, { at, actor, action: actionFor(detail, after), subject: auditName(after), detail })
        return { outcome: { kind: 'saved', card: after }, cards: [cardId] }
      })
    },

    replace(actor, cardId, token, tokenType) {
      const at = clock()
      return writeAndTell((db): Done<ReplaceOutcome> => {
        const before = existing(db, cardId)
        if (before.replacedBy !== null) {
          return { outcome: { kind: 'already-replaced', card: existing(db, before.replacedBy) }, cards: [] }
        }
        const known = cardByToken(db, token, tokenType)
        if (known) return { outcome: { kind: 'already-enrolled', card: toCard(known) }, cards: [] }
        // A card that was blocked when it was lost is not given back to its holder as a blocked one.
        const problem = notSaved({ ...before, tokenType })
        if (problem) return { outcome: problem, cards: [] }
        const fields = toFields({ ...before, token, tokenType, blocked: false }, at)
        const card = insert(db, { ...fields, replaces: cardId })
        const lost: Card = { ...before, blocked: true, replacedBy: card.id, updatedAt: at }
        updateCard(db, toRow(lost))
        const detail = { replacement: auditName(card), ...differences(CHANGED, before, lost) }
        appendAudit(db, { at, actor, action: 'card-replaced', subject: auditName(lost), detail })
        const unknown = deleteUnknownByToken(db, token, tokenType)
        return { outcome: { kind: 'replaced', card, lost }, cards: [cardId, card.id], unknown }
      })
    },

    erase(actor, cardId) {
      const at = clock()
      return writeAndTell((db): Done<{ kind: 'erased'; card: Card }> => {
        const before = existing(db, cardId)
        const erased = { holder: '', label: '', tags: [], language: '', message: '' }
        const card: Card = { ...before, ...erased, erasedAt: at, updatedAt: at }
        updateCard(db, toRow(card))
        const subject = auditName(card)
        eraseFromAudit(db, subject, before)
        appendAudit(db, { at, actor, action: 'card-erased', subject, detail: {} })
        return { outcome: { kind: 'erased', card }, cards: [cardId] }
      })
    },
  }
}

function existing(db: WriteDb, cardId: number): Card {
  const row = cardById(db, cardId)
  if (!row) throw new AppError('UNKNOWN_CARD')
  return toCard(row)
}

function insert(db: WriteDb, fields: CardFields): Card {
  return toCard({ ...fields, id: insertCard(db, fields), replaced_by: null })
}

/** What keeps a card from being saved as it is; null when nothing does. */
export function notSaved(card: Pick<Card, 'tokenType' | 'rules'> & Validity): NotSaved | null {
  const { validFrom, validUntil, rules, tokenType } = card
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) return { kind: 'ends-before-it-begins' }
  return rules && tokenType === 'KeyCode' && countUse(rules) ? { kind: 'key-code-not-counted' } : null
}

type Validity = Pick<Card, 'validFrom' | 'validUntil'>

/** The card's number as the audit trail names it. */
export function auditName({ token, tokenType }: Pick<Card, 'token' | 'tokenType'>): string {
  return writtenToken({ value: token, type: tokenType })
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<T>
}

const CHANGED = [
  'holder',
  'label',
  'group',
  'validFrom',
  'validUntil',
  'blocked',
  'tags',
  'masterPass',
  'rules',
  'language',
  'message',
  'offline',
] as const

/** Fields that most cards leave as they are: told where they say something. */
const RARE = ['tags', 'masterPass', 'rules', 'language', 'message', 'offline'] as const
const UNSAID = new Set(['[]', 'false', 'null', '""', '"auto"'])

/** A new card as the audit trail tells of it. */
function told(card: Card): AuditDetail {
  const { holder, label, group, validFrom, validUntil, blocked, tokenType } = card
  const rare = RARE.filter((field) => !UNSAID.has(JSON.stringify(card[field])))
  const more = Object.fromEntries(rare.map((field) => [field, card[field]]))
  return { tokenType, holder, label, group, validFrom, validUntil, blocked, ...more }
}

function actionFor(detail: AuditDetail, after: Card) {
  if (!('blocked' in detail)) return 'card-changed'
  return after.blocked ? 'card-blocked' : 'card-unblocked'
}

/** The row of a new card. */
export function toFields(enrolment: Enrolment, at: number): CardFields {
  return {
    token: enrolment.token,
    token_type: enrolment.tokenType,
    holder: enrolment.holder,
    label: enrolment.label,
    card_group: enrolment.group,
    valid_from: enrolment.validFrom,
    valid_until: enrolment.validUntil,
    blocked: enrolment.blocked ? 1 : 0,
    tags: JSON.stringify(enrolment.tags),
    master_pass: enrolment.masterPass ? 1 : 0,
    rules: enrolment.rules && JSON.stringify(enrolment.rules),
    language: enrolment.language,
    message: enrolment.message,
    offline: enrolment.offline,
    replaces: null,
    erased_at: null,
    created_at: at,
    updated_at: at,
  }
}

function toRow(card: Card): CardRow {
  return {
    ...toFields(card, card.createdAt),
    id: card.id,
    replaces: card.replaces,
    erased_at: card.erasedAt,
    updated_at: card.updatedAt,
  }
}
