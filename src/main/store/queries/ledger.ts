import type { Session } from '@shared/contract/sessions'
import type { SessionState } from '@shared/ocpp/session'
import { all, one, type ReadDb } from '../handles'
import { likeAnywhere } from './page'
import { type SessionViewRow, toSession, VIEW } from './sessionView'

export interface SessionFilter {
  readonly stationId: number | null
  readonly state: SessionState | null
  readonly search: string
  readonly before: number | null
  readonly limit: number
}

const FILTER = `(?1 IS NULL OR session.station_id = ?1) AND (?2 IS NULL OR session.state = ?2) AND (?3 = '%%'
  OR station.identity LIKE ?3 ESCAPE '\\' OR session.token LIKE ?3 ESCAPE '\\' OR card.holder LIKE ?3 ESCAPE '\\'
  OR card.label LIKE ?3 ESCAPE '\\')`

/** The ledger, newest first; one row more than `limit` when there are more. */
export function findSessions(db: ReadDb, filter: SessionFilter): { rows: Session[]; total: number } {
  const search = likeAnywhere(filter.search)
  const before = filter.before ?? Number.MAX_SAFE_INTEGER
  const rows = all<SessionViewRow>(
    db,
    `${VIEW} WHERE ${FILTER} AND session.id < ?4 ORDER BY session.id DESC LIMIT ?5`,
    filter.stationId,
    filter.state,
    search,
    before,
    filter.limit + 1,
  ).map(toSession)
  const total = one<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM (${VIEW} WHERE ${FILTER})`,
    filter.stationId,
    filter.state,
    search,
  )
  return { rows, total: total?.n ?? 0 }
}
