import { one, type ReadDb } from '../handles'

/** Power now, energy and sessions since `midnight`: what the overview shows on top. */
export function figuresSince(db: ReadDb, midnight: number): { powerW: number; energyWh: number; sessions: number } {
  const power = one<{ w: number | null }>(
    db,
    "SELECT sum(power_w) AS w FROM session WHERE state = 'running' AND superseded = 0",
  )
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
  return { powerW: power?.w ?? 0, energyWh: energy?.wh ?? 0, sessions: started?.n ?? 0 }
}

/** Sessions that run now, each counted once where it came to be in the ledger twice. */
export function countRunning(db: ReadDb): number {
  return one<{ n: number }>(db, "SELECT count(*) AS n FROM session WHERE state = 'running' AND superseded = 0")?.n ?? 0
}
