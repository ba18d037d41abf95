import { one, type ReadDb, run, type WriteDb } from '../handles'

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

/** What was answered to the same content before; undefined when it is new. */
export function earlierReply(
  db: ReadDb,
  stationId: number,
  contentKey: Uint8Array,
): { reply: string | null } | undefined {
  return one(db, 'SELECT reply FROM raw_event WHERE content_key = ? AND station_id = ?', contentKey, stationId)
}

/** True when another event took this place (2.x seqNo) of the transaction, apart from the run of its session. */
export function placeTakenApart(db: ReadDb, stationId: number, transactionId: string, seqNo: number): boolean {
  return (
    one(
      db,
      `SELECT 1 AS taken FROM raw_event
       WHERE station_id = ? AND transaction_id = ? AND seq_no = ? AND apart = 1 LIMIT 1`,
      stationId,
      transactionId,
      seqNo,
    ) !== undefined
  )
}

/** What was made of an event when it was appended. */
export interface Entered {
  /** Null when it was refused. */
  readonly reply: string | null
  /** Why it could not be understood; null when it was. */
  readonly problem: string | null
  /** Whether its place is apart from the run of its session. */
  readonly apart: boolean
}

/**
 * Appends an event; the same content of the same station is kept once. One that was kept because it could not be
 * entered before gets its answer when it can.
 * @returns false when the same content was there and nothing has changed.
 */
export function appendRawEvent(db: WriteDb, event: RawEvent, { reply, problem, apart }: Entered): boolean {
  const { changes } = run(
    db,
    `INSERT INTO raw_event
       (station_id, protocol, action, received_at, content_key, transaction_id, seq_no, apart, frame, reply, problem)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content_key, station_id)
     DO UPDATE SET transaction_id = excluded.transaction_id, seq_no = excluded.seq_no, apart = excluded.apart,
       reply = excluded.reply, problem = NULL
     WHERE reply IS NULL AND excluded.reply IS NOT NULL`,
    event.stationId,
    event.protocol,
    event.action,
    event.receivedAt,
    event.contentKey,
    event.transactionId,
    event.seqNo,
    apart ? 1 : 0,
    event.frame,
    reply,
    problem,
  )
  return changes > 0
}
