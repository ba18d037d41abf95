import type { Settlement } from '@shared/contract/settling'
import type { SettlementKind } from '@shared/ocpp/session'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

interface SettlementRow {
  kind: SettlementKind
  energy_wh: number | null
  ended_at: number | null
  joined_to: number | null
  reason: string
  actor: string
  at: number
}

export function settlementOf(db: ReadDb, sessionId: number): Settlement | null {
  const row = one<SettlementRow>(db, 'SELECT * FROM settlement WHERE session_id = ?', sessionId)
  if (!row) return null
  const { kind, reason, actor, at } = row
  return { kind, energyWh: row.energy_wh, endedAt: row.ended_at, joinedTo: row.joined_to, reason, actor, at }
}

export function putSettlement(db: WriteDb, sessionId: number, settlement: Settlement): void {
  run(
    db,
    `INSERT OR REPLACE INTO settlement (session_id, kind, energy_wh, ended_at, joined_to, reason, actor, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    sessionId,
    settlement.kind,
    settlement.energyWh,
    settlement.endedAt,
    settlement.joinedTo,
    settlement.reason,
    settlement.actor,
    settlement.at,
  )
}

export function deleteSettlement(db: WriteDb, sessionId: number): void {
  run(db, 'DELETE FROM settlement WHERE session_id = ?', sessionId)
}

/** The sessions whose events were joined to this one. */
export function joinedTo(db: ReadDb, sessionId: number): number[] {
  return all<{ session_id: number }>(
    db,
    'SELECT session_id FROM settlement WHERE joined_to = ? ORDER BY session_id',
    sessionId,
  ).map(({ session_id }) => session_id)
}

/** Other sessions of the station that have not ended or have doubts, newest first; joined ones are none. */
export function joinableTo(
  db: ReadDb,
  sessionId: number,
  stationId: number,
  limit: number,
): { id: number; transactionId: string; startedAt: number | null; token: string | null }[] {
  return all(
    db,
    `SELECT id, transaction_id AS transactionId, started_at AS startedAt, token FROM
       (SELECT * FROM session INDEXED BY session_running_evse WHERE state = 'running' AND station_id = ?1
        UNION SELECT * FROM session INDEXED BY session_unsettled WHERE unsettled = 1 AND station_id = ?1)
     WHERE id <> ?2 AND settled IS NULL ORDER BY id DESC LIMIT ?3`,
    stationId,
    sessionId,
    limit,
  )
}
