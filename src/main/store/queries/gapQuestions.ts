import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** A session of which events are missing, and what its station said about that. */
export interface OpenGap {
  readonly session_id: number
  readonly station_id: number
  readonly transaction_id: string
  readonly times: number
}

/**
 * Sessions with a gap whose station is worth asking: nothing came for a while, and it was not asked, or said that
 * messages were still queued. The ones that waited longest first.
 * @param quietSince newest event no later than this @param askedBefore asked no later than this
 */
export function openGaps(
  db: ReadDb,
  {
    quietSince,
    askedBefore,
    mostTimes,
    limit,
  }: { quietSince: number; askedBefore: number; mostTimes: number; limit: number },
): OpenGap[] {
  return all(
    db,
    `SELECT open.id AS session_id, station_id, transaction_id, coalesce(gap_question.times, 0) AS times FROM
       (SELECT id, station_id, transaction_id, received_last FROM session INDEXED BY session_unsettled
          WHERE unsettled = 1 AND seq_apart = 1
        UNION SELECT id, station_id, transaction_id, received_last FROM session INDEXED BY session_running
          WHERE state = 'running' AND seq_apart = 1) AS open
     LEFT JOIN gap_question ON gap_question.session_id = open.id
     WHERE received_last <= ?1 AND (at IS NULL OR (queued = 1 AND at <= ?2 AND times < ?3))
     ORDER BY coalesce(at, 0), open.id LIMIT ?4`,
    quietSince,
    askedBefore,
    mostTimes,
    limit,
  )
}

/** What a station said (2.x GetTransactionStatus); `ongoing` is null where it did not say. */
export interface GapAnswer {
  readonly at: number
  readonly ongoing: boolean | null
  readonly queued: boolean
}

export function putGapAnswer(db: WriteDb, sessionId: number, { at, ongoing, queued }: GapAnswer): void {
  run(
    db,
    `INSERT INTO gap_question (session_id, at, times, ongoing, queued) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at, times = times + 1, ongoing = excluded.ongoing, queued = excluded.queued`,
    sessionId,
    at,
    ongoing === null ? null : Number(ongoing),
    Number(queued),
  )
}

export function gapAnswer(db: ReadDb, sessionId: number): GapAnswer | null {
  const row = one<{ at: number; ongoing: 0 | 1 | null; queued: 0 | 1 }>(
    db,
    'SELECT at, ongoing, queued FROM gap_question WHERE session_id = ?',
    sessionId,
  )
  return row ? { at: row.at, ongoing: row.ongoing === null ? null : row.ongoing === 1, queued: row.queued === 1 } : null
}
