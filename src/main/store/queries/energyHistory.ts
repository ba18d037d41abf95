import { all, one, type ReadDb } from '../handles'
import type { SessionRow } from './sessions'
import { ENERGY_COLUMNS, type EnergyRow } from './sessionView'

/** What is to be known of a session to say when it delivered what. */
export type MeteredRow = EnergyRow & Pick<SessionRow, 'id' | 'station_id' | 'ended_at' | 'settled_ended_at'>

const METERED = `session.id, station_id, session.ended_at, settled_ended_at, ${ENERGY_COLUMNS}`

/** The sessions that run, and those with an energy set by hand whose meter never told anything: both are few. */
export function meteredFew(db: ReadDb): MeteredRow[] {
  return [
    ...all<MeteredRow>(db, `SELECT ${METERED} FROM session WHERE state = 'running'`),
    ...all<MeteredRow>(
      db,
      `SELECT ${METERED} FROM settlement CROSS JOIN session ON session.id = settlement.session_id
       WHERE settlement.energy_wh IS NOT NULL AND state = 'ended' AND meter_last_at IS NULL`,
    ),
  ]
}

/** The place of a session among those that have ended, by its last register. */
export interface MeteredPlace {
  readonly at: number
  readonly id: number
}

/** Longer than this a session is found among the long ones, in milliseconds; as the index has it. */
export const LONG_MS = 604_800_000

const IS_LONG = `meter_last_at - CASE WHEN meter_start_at IS NULL OR meter_start_wh IS NULL
    THEN coalesce(settled_ended_at, ended_at, started_at, 0) ELSE meter_start_at END > ${LONG_MS}`

const PART = "state = 'ended' AND (meter_last_at, id) > (?1, ?2) AND meter_last_at < ?3"
const IN_ORDER = 'ORDER BY meter_last_at, id LIMIT ?4'
const METERED_PARTS = {
  any: `SELECT ${METERED} FROM session INDEXED BY session_meter_last WHERE ${PART} ${IN_ORDER}`,
  long: `SELECT ${METERED} FROM session INDEXED BY session_long WHERE ${PART} AND ${IS_LONG} ${IN_ORDER}`,
} as const

/**
 * Ended sessions by their last register, from a place on and before a moment: at most `limit` of them. `long`: those
 * alone that delivered for longer than LONG_MS, which are few.
 */
export function meteredAfter(
  db: ReadDb,
  which: keyof typeof METERED_PARTS,
  { at, id }: MeteredPlace,
  { before, limit }: { readonly before: number; readonly limit: number },
): MeteredRow[] {
  return all(db, METERED_PARTS[which], at, id, before, limit)
}

/** The registers of a session on both sides of a moment. Planned once (`+?`), as a long session asks for each stretch. */
export function registersAround(db: ReadDb, sessionId: number, at: number) {
  const register = (side: string) =>
    one<{ at: number; wh: number }>(
      db,
      `SELECT at, energy_wh AS wh FROM reading WHERE session_id = +? AND energy_wh IS NOT NULL AND at ${side} LIMIT 1`,
      sessionId,
      at,
    )
  return { before: register('<= +? ORDER BY at DESC'), after: register('> +? ORDER BY at') }
}
