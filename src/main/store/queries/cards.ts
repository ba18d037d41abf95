import type { CardRules } from '@shared/contract/cardRules'
import type { Card, OfflineListing, UnknownCard } from '@shared/contract/cards'
import { ID_TOKEN_TYPES, type IdTokenType } from '@shared/ocpp/idToken'
import { all, inRows, one, type ReadDb, run, type SqlValue, type WriteDb } from '../handles'
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
  /** JSON array of texts. */
  tags: string
  master_pass: 0 | 1
  /** JSON of CardRules. */
  rules: string | null
  language: string
  message: string
  offline: OfflineListing
  replaces: number | null
  erased_at: number | null
  created_at: number
  updated_at: number
}

/** A card with the one that was given for it when it was lost. */
export type CardViewRow = CardRow & { replaced_by: number | null }

/** Rules as a card's row holds them; null when they limit nothing. */
export function rulesOf(row: Pick<CardRow, 'rules'>): CardRules | null {
  return row.rules === null ? null : (JSON.parse(row.rules) as CardRules)
}

export function toCard(row: CardViewRow): Card {
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
    tags: row.tags === '[]' ? [] : (JSON.parse(row.tags) as string[]),
    masterPass: row.master_pass === 1,
    rules: rulesOf(row),
    language: row.language,
    message: row.message,
    offline: row.offline,
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    erasedAt: row.erased_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

const VIEW = `SELECT card.*, (SELECT id FROM card AS newer WHERE newer.replaces = card.id) AS replaced_by FROM card`

/** The card with exactly this canonical number and type. */
export function cardByToken(db: ReadDb, token: string, type: IdTokenType): CardViewRow | undefined {
  return one(db, `${VIEW} WHERE token = ? AND token_type = ?`, token, type)
}

/** What decides about a card: read for every card that is presented, so no more than that. */
export type CardFactsRow = Pick<
  CardRow,
  | 'id'
  | 'token_type'
  | 'card_group'
  | 'valid_from'
  | 'valid_until'
  | 'blocked'
  | 'master_pass'
  | 'rules'
  | 'language'
  | 'message'
>

// Whole texts, so that none is put together, and hashed, for each card.
const FACTS =
  'SELECT id, token_type, card_group, valid_from, valid_until, blocked, master_pass, rules, language, message FROM card'
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

export function cardById(db: ReadDb, id: number): CardViewRow | undefined {
  return one(db, `${VIEW} WHERE id = ?`, id)
}

/** Every enrolled card, for the lists that stations keep. */
export function allCards(db: ReadDb): CardRow[] {
  return all(db, 'SELECT * FROM card ORDER BY id')
}

/** What is written of a card; its columns are named once, for both ways of writing it. */
const WRITTEN = [
  'holder',
  'label',
  'card_group',
  'valid_from',
  'valid_until',
  'blocked',
  'tags',
  'master_pass',
  'rules',
  'language',
  'message',
  'offline',
  'erased_at',
  'updated_at',
] as const satisfies readonly (keyof CardRow)[]
const INSERTED = ['token', 'token_type', 'replaces', 'created_at', ...WRITTEN] as const

/** A card that has no number in the database yet. */
export type CardFields = Omit<CardRow, 'id'>

const INSERT_CARDS = inRows(
  INSERTED.length,
  (rows) => `INSERT INTO card (${INSERTED.join(', ')})
    VALUES ${Array(rows)
      .fill(`(${INSERTED.map(() => '?').join(', ')})`)
      .join(', ')}`,
)
const INSERT_CARD = `INSERT INTO card (${INSERTED.join(', ')}) VALUES (${INSERTED.map(() => '?').join(', ')})`
const UPDATE_CARD = `UPDATE card SET ${WRITTEN.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`

export function insertCard(db: WriteDb, card: CardFields): number {
  return run(db, INSERT_CARD, ...INSERTED.map((column) => card[column])).id
}

/** Inserts many cards, in their order. */
export function insertCards(db: WriteDb, cards: readonly CardFields[]): void {
  const values: SqlValue[] = []
  for (const card of cards) for (const column of INSERTED) values.push(card[column])
  INSERT_CARDS(db, values)
}

/** The type and number of every enrolled card, with a space between. */
export function numbersEnrolled(db: ReadDb): Set<string> {
  const rows = all<{ key: string }>(db, "SELECT token_type || ' ' || token AS key FROM card")
  return new Set(rows.map(({ key }) => key))
}

export function updateCard(db: WriteDb, card: CardRow): void {
  run(db, UPDATE_CARD, ...WRITTEN.map((column) => card[column]), card.id)
}

const CARD_FILTER = `(?1 = '%%' OR token LIKE ?1 ESCAPE '\\' OR holder LIKE ?1 ESCAPE '\\' OR label LIKE ?1 ESCAPE '\\'
  OR card_group LIKE ?1 ESCAPE '\\' OR (tags <> '[]' AND tags LIKE ?1 ESCAPE '\\')) AND (?2 IS NULL OR blocked = ?2)`

export interface CardFilter {
  readonly search: string
  readonly blocked: boolean | null
  readonly before: number | null
  readonly limit: number
}

/** Newest first; one row more than `limit` when there are more. */
export function findCards(db: ReadDb, filter: CardFilter): { rows: CardViewRow[]; total: number } {
  const search = likeAnywhere(filter.search)
  const blocked = filter.blocked === null ? null : Number(filter.blocked)
  const before = filter.before ?? Number.MAX_SAFE_INTEGER
  const rows = all<CardViewRow>(
    db,
    `${VIEW} WHERE ${CARD_FILTER} AND id < ?3 ORDER BY id DESC LIMIT ?4`,
    search,
    blocked,
    before,
    filter.limit + 1,
  )
  const total = one<{ n: number }>(db, `SELECT count(*) AS n FROM card WHERE ${CARD_FILTER}`, search, blocked)?.n ?? 0
  return { rows, total }
}

/** How many of the newest entries of the log of presented cards are looked at: those of far more than a day. */
const PRESENTED_LATELY = 200_000

/**
 * Forgets a card that was enrolled after `since` (at most a day ago) and not presented from then on, and that replaces
 * none and was replaced by none. Key codes are not named in the log of presented cards, so that it tells nothing: they
 * stay.
 */
export function deleteUnusedCard(db: WriteDb, id: number, since: number): boolean {
  return (
    run(
      db,
      `DELETE FROM card WHERE id = ?1 AND created_at >= ?2 AND token_type <> 'KeyCode' AND replaces IS NULL
         AND NOT EXISTS (SELECT 1 FROM card AS other WHERE other.replaces = ?1)
         AND NOT EXISTS (SELECT 1 FROM authorization_log AS seen
           WHERE seen.group_id > (SELECT max(id) FROM presented) - ${PRESENTED_LATELY}
             AND seen.group_at >= card.created_at AND seen.token = card.token AND seen.at >= card.created_at)`,
      id,
      since,
    ).changes > 0
  )
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

/** Stations where a driver may not start without identification. */
export function stationsThatWantCards(db: ReadDb): number[] {
  return all<{ station_id: number }>(db, 'SELECT station_id FROM card_wanted').map(({ station_id }) => station_id)
}

/** @returns false when it was so before */
export function wantCards(db: WriteDb, stationId: number, wanted: boolean): boolean {
  const sql = wanted
    ? 'INSERT OR IGNORE INTO card_wanted (station_id) VALUES (?)'
    : 'DELETE FROM card_wanted WHERE station_id = ?'
  return run(db, sql, stationId).changes > 0
}
