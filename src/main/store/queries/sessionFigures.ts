import { all, one, type ReadDb } from '../handles'

/** Energy and sessions since `midnight`: what the overview shows on top. */
export function figuresSince(db: ReadDb, midnight: number): { energyWh: number; sessions: number } {
  const energy = one<{ wh: number | null }>(
    db,
    // What a session delivered before midnight belongs to the day before.
    // And where the manager set the energy, that counts in place of the last register.
    `SELECT sum(CASE WHEN settled = 'joined' THEN 0
       ELSE max(0, coalesce(meter_start_wh + settled_energy_wh, meter_last_wh) - coalesce(
       (SELECT energy_wh FROM reading WHERE session_id = lately.id AND at < ?1 AND energy_wh IS NOT NULL
        ORDER BY at DESC LIMIT 1), meter_start_wh)) END) AS wh
     FROM (SELECT * FROM session WHERE state = 'ended' AND meter_last_at >= ?1
       UNION ALL SELECT * FROM session WHERE state = 'running' AND meter_last_at >= ?1) AS lately`,
    midnight,
  )
  // Where it was told, the beginning is the session's place in the ledger.
  const started = one<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM session INDEXED BY session_listed WHERE listed_at >= +? AND started_at IS NOT NULL`,
    midnight,
  )
  return { energyWh: energy?.wh ?? 0, sessions: started?.n ?? 0 }
}

/** A running session that told of power, and where. */
export interface DrawingSession {
  readonly stationId: number
  readonly evseId: number | null
  readonly connectorId: number | null
  readonly receivedLastAt: number | null
  readonly powerW: number
}

export function drawingSessions(db: ReadDb): DrawingSession[] {
  return all(
    db,
    `SELECT station_id AS stationId, evse_id AS evseId, connector_id AS connectorId, received_last AS receivedLastAt,
       power_w AS powerW FROM session WHERE state = 'running' AND superseded = 0 AND power_w > 0`,
  )
}

/** Sessions that run now, each counted once where it came to be in the ledger twice. */
export function countRunning(db: ReadDb): number {
  return one<{ n: number }>(db, "SELECT count(*) AS n FROM session WHERE state = 'running' AND superseded = 0")?.n ?? 0
}
