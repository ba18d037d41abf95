import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import { all, one, type ReadDb, run, type SqlValue, type WriteDb } from '../handles'

/** A frame of a station that carries energy facts, as it came. */
export interface RawEvent {
  readonly stationId: number
  readonly protocol: string
  readonly action: string
  readonly receivedAt: number
  /** Of action and payload: the same content is the same event, whatever its message id. */
  readonly contentKey: Uint8Array
  readonly transactionId: string | null
  readonly seqNo: number | null
  readonly frame: string
}

/** An event with what was said to it. */
export interface RawEntry {
  readonly raw: RawEvent
  /** The answer as JSON; null when it was refused. */
  readonly reply: string | null
  /** What the site said to the card of the event; null when it names none. */
  readonly authorization: AuthorizationStatus | null
  /** Group of that card; null when it names none. */
  readonly cardGroup: string | null
}

/** What became of an event that was appended. */
export type Appended =
  | { readonly kind: 'new'; readonly id: number }
  /** The same content of the same station was there, with this answer to it. */
  | { readonly kind: 'repeated'; readonly reply: string }

/** What was answered to the same content before; undefined when it is new. */
export function earlierEvent(
  db: ReadDb,
  stationId: number,
  contentKey: Uint8Array,
): { id: number; reply: string | null } | undefined {
  return one(db, 'SELECT id, reply FROM raw_event WHERE content_key = ? AND station_id = ?', contentKey, stationId)
}

const COLUMNS = 11
const ROW = '(?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)'
const append = (rows: number) =>
  `INSERT INTO raw_event (station_id, protocol, action, received_at, content_key, transaction_id, seq_no, apart, frame,
     reply, authorization, card_group) VALUES ${Array(rows).fill(ROW).join(', ')} ON CONFLICT DO NOTHING`

/** Rows a statement, most first: what calls and locks cost is shared by that many. */
const SIZES = [
  { rows: 10, sql: append(10) },
  { rows: 3, sql: append(3) },
  { rows: 1, sql: append(1) },
] as const

/**
 * Appends events in their order; the same content of the same station is kept once. One that was kept because it could
 * not be entered before gets its answer when it can, and is marked to be interpreted again.
 * @returns what became of each.
 */
export function appendRawEvents(db: WriteDb, entries: readonly RawEntry[]): Appended[] {
  const outcomes: Appended[] = []
  let from = 0
  for (const { rows, sql } of SIZES) {
    while (entries.length - from >= rows) {
      const together = rows === entries.length ? entries : entries.slice(from, from + rows)
      const { changes, id } = run(db, sql, ...valuesOf(together))
      if (changes === rows) {
        // One connection writes and nothing is ever deleted: ids of one statement follow one another.
        for (let place = rows - 1; place >= 0; place -= 1) outcomes.push({ kind: 'new', id: id - place })
      } else outcomes.push(...sortOut(db, together, changes === 0 ? null : id - changes))
      from += rows
    }
  }
  return outcomes
}

/** Which of these were just inserted (their ids are above `before`; null when none was) and which had been there. */
function sortOut(db: WriteDb, entries: readonly RawEntry[], before: number | null): Appended[] {
  const taken = new Set<number>()
  return entries.map((entry): Appended => {
    const { stationId, contentKey } = entry.raw
    const row = earlierEvent(db, stationId, contentKey)
    if (!row) throw new Error('an event was neither appended nor there')
    if (before !== null && row.id > before && !taken.has(row.id)) {
      taken.add(row.id)
      return { kind: 'new', id: row.id }
    }
    if (row.reply !== null) return { kind: 'repeated', reply: row.reply }
    if (entry.reply !== null) giveReply(db, row.id, entry)
    return { kind: 'new', id: row.id }
  })
}

function giveReply(db: WriteDb, id: number, { raw, reply, authorization, cardGroup }: RawEntry): void {
  run(
    db,
    `UPDATE raw_event SET transaction_id = ?, seq_no = ?, reply = ?, authorization = ?, card_group = ?, problem = NULL
     WHERE id = ?`,
    raw.transactionId,
    raw.seqNo,
    reply,
    authorization,
    cardGroup,
    id,
  )
  run(db, 'INSERT OR IGNORE INTO interpret_again (raw_event_id) VALUES (?)', id)
}

function valuesOf(entries: readonly RawEntry[]): SqlValue[] {
  const values: SqlValue[] = new Array(entries.length * COLUMNS)
  let at = 0
  for (const { raw, reply, authorization, cardGroup } of entries) {
    values[at++] = raw.stationId
    values[at++] = raw.protocol
    values[at++] = raw.action
    values[at++] = raw.receivedAt
    values[at++] = raw.contentKey
    values[at++] = raw.transactionId
    values[at++] = raw.seqNo
    values[at++] = raw.frame
    values[at++] = reply
    values[at++] = authorization
    values[at++] = cardGroup
  }
  return values
}

/** Keeps a frame that is no event of a session, or none that could be understood; the same content is kept once. */
export function keepRawEvent(db: WriteDb, raw: RawEvent, reply: string | null, problem: string | null): void {
  run(
    db,
    `INSERT INTO raw_event
       (station_id, protocol, action, received_at, content_key, transaction_id, seq_no, apart, frame, reply, problem)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT (content_key, station_id)
     DO UPDATE SET reply = excluded.reply, problem = NULL WHERE reply IS NULL AND excluded.reply IS NOT NULL`,
    raw.stationId,
    raw.protocol,
    raw.action,
    raw.receivedAt,
    raw.contentKey,
    raw.transactionId,
    raw.seqNo,
    raw.frame,
    reply,
    problem,
  )
}

/** An event as it is stored, with what an interpretation reads of it. */
export interface StoredEvent {
  readonly id: number
  readonly station_id: number
  readonly protocol: string
  readonly action: string
  readonly received_at: number
  readonly transaction_id: string | null
  readonly seq_no: number | null
  readonly frame: string
  readonly authorization: AuthorizationStatus | null
  readonly card_group: string | null
}

const STORED = `SELECT raw_event.id, station_id, protocol, action, received_at, transaction_id, seq_no, frame,
    authorization, card_group FROM raw_event`

/** Events of transactions that are not interpreted yet, in the order of their arrival, at most `limit`. */
export function uninterpreted(db: ReadDb, after: number, limit: number): StoredEvent[] {
  return all(
    db,
    `${STORED} WHERE id > ? AND transaction_id IS NOT NULL AND reply IS NOT NULL ORDER BY id LIMIT ?`,
    after,
    limit,
  )
}

export function markedAgain(db: ReadDb): StoredEvent[] {
  return all(db, `${STORED} WHERE id IN (SELECT raw_event_id FROM interpret_again) ORDER BY id`)
}

/** The events of a session and of those that the manager joined to it, in the order of their arrival. */
export function eventsOfSession(db: ReadDb, sessionId: number): StoredEvent[] {
  return all(
    db,
    `${STORED} JOIN session_event ON session_event.raw_event_id = raw_event.id
     WHERE session_event.session_id = ?1
       OR session_event.session_id IN (SELECT session_id FROM settlement WHERE joined_to = ?1)
     ORDER BY raw_event.id`,
    sessionId,
  )
}

/** The newest events of a session and of those joined to it, at most `limit`, in the order of their arrival. */
export function latestEventsOfSession(db: ReadDb, sessionId: number, limit: number): StoredEvent[] {
  return all<StoredEvent>(
    db,
    `${STORED} JOIN session_event ON session_event.raw_event_id = raw_event.id
     WHERE session_event.session_id = ?1
       OR session_event.session_id IN (SELECT session_id FROM settlement WHERE joined_to = ?1)
     ORDER BY raw_event.id DESC LIMIT ?2`,
    sessionId,
    limit,
  ).reverse()
}

/** The event up to which everything is interpreted, save what is marked to be so again. */
export function interpretedUpTo(db: ReadDb): number {
  return one<{ up_to: number }>(db, 'SELECT up_to FROM interpretation WHERE id = 1')?.up_to ?? 0
}

export function setInterpretedUpTo(db: WriteDb, id: number): void {
  run(db, 'UPDATE interpretation SET up_to = max(up_to, ?) WHERE id = 1', id)
}

export function forgetMarks(db: WriteDb, ids: readonly number[]): void {
  for (const id of ids) run(db, 'DELETE FROM interpret_again WHERE raw_event_id = ?', id)
}

/** Notes why an event could not be interpreted; it stays as it came. */
export function noteProblem(db: WriteDb, id: number, problem: string): void {
  run(db, 'UPDATE raw_event SET problem = ? WHERE id = ?', problem, id)
}
