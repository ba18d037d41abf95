import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** What goes: all before a moment, and of the rest the oldest beyond so many. */
export interface Bounds {
  /** Milliseconds since 1970. */
  readonly before: number
  readonly most: number
}

/** Rows of a log, the oldest first, by what bounds them. */
interface Old {
  readonly id: number
  readonly at: number
}

const LOGS = {
  /** Groups of presented cards, each with the number of its last one and its latest time. */
  presented: {
    newest: 'SELECT max(id) AS id FROM presented',
    oldest: 'SELECT id, at FROM presented ORDER BY id LIMIT ?',
    forget: 'DELETE FROM presented WHERE id <= ?',
  },
  security: {
    newest: 'SELECT max(id) AS id FROM security_event',
    oldest: 'SELECT id, received_at AS at FROM security_event ORDER BY id LIMIT ?',
    forget: 'DELETE FROM security_event WHERE id <= ?',
  },
} as const

/** A log that is forgotten from its old end on. */
export type BoundedLog = keyof typeof LOGS

/**
 * Forgets the oldest entries of a log that are out of bounds, `limit` rows at most, without a gap among those that stay.
 * The newest row always stays: the numbers of what comes go on from it.
 * @returns whether as many were forgotten as were allowed: there may be more
 */
export function forgetOldest(db: WriteDb, log: BoundedLog, { before, most }: Bounds, limit: number): boolean {
  const sql = LOGS[log]
  const newest = newestOf(db, log)
  const old = all<Old>(db, sql.oldest, limit)
  const keeps = ({ id, at }: Old) => id === newest || (at >= before && id > newest - most)
  const first = old.findIndex(keeps)
  const last = first < 0 ? old.at(-1) : old[first - 1]
  if (last) run(db, sql.forget, last.id)
  return first < 0 && old.length === limit
}

/** Whether anything of a log is out of bounds. */
export function isOutOfBounds(db: ReadDb, log: BoundedLog, { before, most }: Bounds): boolean {
  const newest = newestOf(db, log)
  const [oldest] = all<Old>(db, LOGS[log].oldest, 1)
  return oldest !== undefined && oldest.id !== newest && (oldest.at < before || oldest.id <= newest - most)
}

function newestOf(db: ReadDb, log: BoundedLog): number {
  return one<{ id: number | null }>(db, LOGS[log].newest)?.id ?? 0
}
