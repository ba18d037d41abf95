import { one, type ReadDb, run, type WriteDb } from '../handles'

/** A frame of a station that carries energy facts, as it came. */
export interface RawEvent {
  readonly stationId: number
  readonly protocol: string
  readonly action: string
  readonly receivedAt: number
  /** SHA-256 over action and payload: the same content is the same event, whatever its message id. */
  readonly contentKey: Uint8Array
  readonly transactionId: string | null
  readonly seqNo: number | null
  readonly frame: string
}

/** What was answered to the same content before; undefined when it is new. */
export function earlierReply(
  db: ReadDb,
  stationId: number,
  contentKey: Uint8Array,
): { reply: string | null } | undefined {
  return one(db, 'SELECT reply FROM raw_event WHERE station_id = ? AND content_key = ?', stationId, contentKey)
}

/** True when another event claims the same place in the same transaction (2.x seqNo). */
export function placeTaken(db: ReadDb, stationId: number, transactionId: string, seqNo: number): boolean {
  return (
    one(
      db,
      'SELECT 1 AS taken FROM raw_event WHERE station_id = ? AND transaction_id = ? AND seq_no = ? LIMIT 1',
      stationId,
      transactionId,
      seqNo,
    ) !== undefined
  )
}

/**
 * Appends an event; the same content of the same station is kept once. One that was kept because it could not be
 * entered before gets its answer when it can.
 */
export function appendRawEvent(db: WriteDb, event: RawEvent, reply: string | null, problem: string | null): void {
  run(
    db,
    `INSERT INTO raw_event (station_id, protocol, action, received_at, content_key, transaction_id, seq_no, frame, reply, problem)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (station_id, content_key)
     DO UPDATE SET transaction_id = excluded.transaction_id, seq_no = excluded.seq_no, reply = excluded.reply, problem = NULL
     WHERE reply IS NULL AND excluded.reply IS NOT NULL`,
    event.stationId,
    event.protocol,
    event.action,
    event.receivedAt,
    event.contentKey,
    event.transactionId,
    event.seqNo,
    event.frame,
    reply,
    problem,
  )
}
