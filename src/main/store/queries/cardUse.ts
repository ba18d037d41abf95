import { all, type ReadDb } from '../handles'

/** A session as far as the use of its card is counted. */
export interface UseRow {
  id: number
  station_id: number
  transaction_id: string
  evse_id: number | null
  token: string
  token_type: string
  /** When it began. */
  listed_at: number
  energy_wh: number
  runs: 0 | 1
}

const USE = `SELECT id, station_id, transaction_id, evse_id, token, coalesce(token_type, '') AS token_type, listed_at,
  max(coalesce(settled_energy_wh, meter_last_wh - meter_start_wh, 0), 0) AS energy_wh,
  state = 'running' AND superseded = 0 AND coalesce(authorization, 'accepted') = 'accepted' AS runs FROM session`

/** The sessions of a card number that began from `since` on, and all that run. One of 1.6 has no type, and is any card's of its number. */
export function usesOf(db: ReadDb, token: string, type: string, since: number): UseRow[] {
  return all(
    db,
    `${USE} WHERE token = ?1 AND token_type IN (?2, '') AND listed_at >= ?3
     UNION ALL
     ${USE} WHERE token = ?1 AND token_type IN (?2, '') AND listed_at < ?3 AND state = 'running'`,
    token,
    type,
    since,
  )
}

/** The number of a card and those of the lost ones that it stands for, newest first. */
export function numbersOf(db: ReadDb, cardId: number): { token: string; token_type: string }[] {
  return all(
    db,
    `WITH RECURSIVE line (id, token, token_type, replaces, place) AS (
       SELECT id, token, token_type, replaces, 0 FROM card WHERE id = ?
       UNION ALL
       SELECT card.id, card.token, card.token_type, card.replaces, place + 1 FROM card JOIN line ON card.id = line.replaces
       WHERE place < 100
     ) SELECT token, token_type FROM line ORDER BY place`,
    cardId,
  )
}

/** The cards that the running sessions of a station named, each as the JSON of `namedCards`. */
export function cardsRunningAt(db: ReadDb, stationId: number): string[] {
  return all<{ cards: string }>(
    db,
    `SELECT cards FROM session INDEXED BY session_running_evse WHERE state = 'running' AND station_id = ?`,
    stationId,
  ).map(({ cards }) => cards)
}

/** The sessions that run at a station, oldest first. */
export function sessionsRunningAt(db: ReadDb, stationId: number): number[] {
  return all<{ id: number }>(
    db,
    `SELECT id FROM session INDEXED BY session_running_evse WHERE state = 'running' AND superseded = 0 AND station_id = ?
     ORDER BY id`,
    stationId,
  ).map(({ id }) => id)
}
