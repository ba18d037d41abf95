import type { Card, UnknownCard } from '@shared/contract/cards'
import { ID_TOKEN_TYPES, type IdTokenType } from '@shared/ocpp/idToken'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import { likeAnywhere } from './page'

export interface CardRow {
  id: number
  token: string
  token_type: IdTokenType
  holder: string
  label: string
  card_group: string
  valid_from: number | null
  valid_until: number | null
  blocked: 0 | 1
  created_at: number
  updated_at: number
}

export function toCard(row: CardRow): Card {
  return {
    id: row.id,
    token: row.token,
    tokenType: row.token_type,
    holder: row.holder,
    label: row.label,
    group: row.card_group,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    blocked: row.blocked === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The card with exactly this canonical number and type. */
export function cardByToken(db: ReadDb, token: string, type: IdTokenType): CardRow | undefined {
  return one(db, 'SELECT * FROM card WHERE token = ? AND token_type = ?', token, type)
}

/** What decides about a card: read for every card that is presented, so no more than that. */
export type CardFactsRow = Pick<CardRow, 'id' | 'card_group' | 'valid_from' | 'valid_until' | 'blocked'>

// Whole texts, so that none is put together, and hashed, for each card.
const FACTS = 'SELECT id, card_group, valid_from, valid_until, blocked FROM card'
const FACTS_OF_TYPE = `${FACTS} WHERE token = ? AND token_type = ?`
const FACTS_OF_ANY_TYPE = `${FACTS} WHERE token = ? ORDER BY id`

/** The facts of the card with exactly this canonical number and type. */
export function cardFacts(db: ReadDb, token: string, type: IdTokenType): CardFactsRow | undefined {
  return one(db, FACTS_OF_TYPE, token, type)
}

/** The facts of every card with this canonical number, whatever its type: at most one per type. */
export function cardFactsOfAnyType(db: ReadDb, token: string): CardFactsRow[] {
  return all(db, FACTS_OF_ANY_TYPE, token)
}

export function cardById(db: ReadDb, id: number): CardRow | undefined {
  return one(db, 'SELECT * FROM card WHERE id = ?', id)
}

/** Every enrolled card, for the lists that stations keep. */
export function allCards(db: ReadDb): CardRow[] {
  return all(db, 'SELECT * FROM card ORDER BY id')
}

export type CardFields = Omit<CardRow, 'id' | 'created_at'>

export function insertCard(db: WriteDb, card: CardFields & { created_at: number }): number {
  return run(
    db,
    `INSERT INTO card (token, token_type, holder, label, card_group, valid_from, valid_until, blocked, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    card.token,
    card.token_type,
    card.holder,
    card.label,
    card.card_group,
    card.valid_from,
    card.valid_until,
    card.blocked,
    card.created_at,
    card.updated_at,
  ).id
}

export function updateCard(db: WriteDb, card: CardRow): void {
  run(
    db,
    `UPDATE card SET holder = ?, label = ?, card_group = ?, valid_from = ?, valid_until = ?, blocked = ?, updated_at = ?
     WHERE id = ?`,
    card.holder,
    card.label,
    card.card_group,
    card.valid_from,
    card.valid_until,
    card.blocked,
    card.updated_at,
    card.id,
  )
}

const CARD_FILTER = `(?1 = '%%' OR token LIKE ?1 ESCAPE '\\' OR holder LIKE ?1 ESCAPE '\\' OR label LIKE ?1 ESCAPE '\\'
  OR card_group LIKE ?1 ESCAPE '\\') AND (?2 IS NULL OR blocked = ?2)`

export interface CardFilter {
  readonly search: string
  readonly blocked: boolean | null
  readonly before: number | null
  readonly limit: number
}

/** Newest first; one row more than `limit` when there are more. */
export function findCards(db: ReadDb, filter: CardFilter): { rows: CardRow[]; total: number } {
  const search = likeAnywhere(filter.search)
  const blocked = filter.blocked === null ? null : Number(filter.blocked)
  const before = filter.before ?? Number.MAX_SAFE_INTEGER
  const rows = all<CardRow>(
    db,
    `SELECT * FROM card WHERE ${CARD_FILTER} AND id < ?3 ORDER BY id DESC LIMIT ?4`,
    search,
    blocked,
    before,
    filter.limit + 1,
  )
  const total = one<{ n: number }>(db, `SELECT count(*) AS n FROM card WHERE ${CARD_FILTER}`, search, blocked)?.n ?? 0
  return { rows, total }
}

export interface UnknownCardRow {
  id: number
  token: string
  token_type: string
  station_id: number
  station_identity: string
  first_seen_at: number
  last_seen_at: number
  times: number
}

export function toUnknownCard(row: UnknownCardRow): UnknownCard {
  return {
    id: row.id,
    token: row.token,
    tokenType: ID_TOKEN_TYPES.find((type) => type === row.token_type) ?? null,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    times: row.times,
  }
}

const UNKNOWN_CARD = `SELECT unknown_card.*, station.identity AS station_identity
  FROM unknown_card JOIN station ON station.id = unknown_card.station_id`

export function unknownCards(db: ReadDb): UnknownCardRow[] {
  return all(db, `${UNKNOWN_CARD} ORDER BY last_seen_at DESC`)
}

export function unknownCardById(db: ReadDb, id: number): UnknownCardRow | undefined {
  return one(db, `${UNKNOWN_CARD} WHERE unknown_card.id = ?`, id)
}

export function countUnknownCards(db: ReadDb): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM unknown_card')?.n ?? 0
}

/** Remembers that an unknown card was presented; gives its id. */
export function noteUnknownCard(db: WriteDb, token: string, type: string, stationId: number, at: number): number {
  const row = one<{ id: number }>(
    db,
    `INSERT INTO unknown_card (token, token_type, station_id, first_seen_at, last_seen_at, times) VALUES (?1, ?2, ?3, ?4, ?4, 1)
     ON CONFLICT (token, token_type) DO UPDATE
     SET station_id = ?3, last_seen_at = ?4, times = times + 1 RETURNING id`,
    token,
    type,
    stationId,
    at,
  )
  return row?.id ?? 0
}

export function deleteUnknownCard(db: WriteDb, id: number): boolean {
  return run(db, 'DELETE FROM unknown_card WHERE id = ?', id).changes > 0
}

/** Forgets the unknown cards that an enrolment answers: the same number with the same type or with none. */
export function deleteUnknownByToken(db: WriteDb, token: string, type: IdTokenType): number[] {
  return all<{ id: number }>(
    db,
    "DELETE FROM unknown_card WHERE token = ? AND token_type IN (?, '') RETURNING id",
    token,
    type,
  ).map((row) => row.id)
}

/** Keeps the list of unknown cards bounded: the ones seen longest ago go first. */
export function trimUnknownCards(db: WriteDb, keep: number): number[] {
  return all<{ id: number }>(
    db,
    `DELETE FROM unknown_card WHERE id IN
       (SELECT id FROM unknown_card ORDER BY last_seen_at DESC, id DESC LIMIT -1 OFFSET ?) RETURNING id`,
    keep,
  ).map((row) => row.id)
}
