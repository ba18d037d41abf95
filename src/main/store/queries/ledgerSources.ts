import { all, type ReadDb } from '../handles'
import { likeAnywhere } from './page'

/** Sessions that lie side by side in one index: all of them, a station's, a card's, or a card's at one station. */
export type LedgerSource =
  | { readonly kind: 'all' }
  | { readonly kind: 'station'; readonly stationId: number }
  | { readonly kind: 'token'; readonly token: string; readonly type: string }
  | { readonly kind: 'station-token'; readonly stationId: number; readonly token: string; readonly type: string }

/** A card number as sessions name it; its type is '' where the protocol has none (1.6). */
export interface NamedToken {
  readonly token: string
  readonly type: string
}

/** What a searched text stands for: sessions of these stations, and sessions that name these cards. */
export interface SearchMeaning {
  readonly stationIds: readonly number[]
  readonly tokens: readonly NamedToken[]
}

// A card answers for the sessions that show its holder: those of its type, and, when it is the first card with its
// number, those without one.
const TOKENS = `SELECT token, token_type AS type FROM session_token WHERE token LIKE ?1 ESCAPE '\\'
  UNION ALL SELECT session_token.token, session_token.token_type FROM card
  CROSS JOIN session_token ON session_token.token = card.token AND (session_token.token_type = card.token_type
    OR (session_token.token_type = '' AND card.id = (SELECT min(id) FROM card AS same WHERE same.token = card.token)))
  WHERE (card.holder LIKE ?1 ESCAPE '\\' OR card.label LIKE ?1 ESCAPE '\\')
    AND session_token.token NOT LIKE ?1 ESCAPE '\\' LIMIT 0 + ?2`

/**
 * Looks a text up among stations and cards, of which there are few, in place of the sessions.
 * @param most cards that are looked up; undefined when there are more: such a text means a part of everything
 */
export function meaningOf(db: ReadDb, search: string, most: number): SearchMeaning | undefined {
  const pattern = likeAnywhere(search)
  const tokens = all<NamedToken>(db, TOKENS, pattern, Math.min(most, Number.MAX_SAFE_INTEGER - 1) + 1)
  if (tokens.length > most) return undefined
  const stations = all<{ id: number }>(db, "SELECT id FROM station WHERE identity LIKE ? ESCAPE '\\'", pattern)
  return { stationIds: stations.map(({ id }) => id), tokens }
}

/** Where the sessions are that are looked for. Two sources may hold the same session; none at all means no session. */
export function sourcesOf(stationId: number | null, meaning: SearchMeaning | null): LedgerSource[] {
  if (stationId !== null) {
    if (meaning === null || meaning.stationIds.includes(stationId)) return [{ kind: 'station', stationId }]
    return meaning.tokens.map(({ token, type }) => ({ kind: 'station-token', stationId, token, type }))
  }
  if (meaning === null) return [{ kind: 'all' }]
  return [
    ...meaning.stationIds.map((id) => ({ kind: 'station', stationId: id }) as const),
    ...meaning.tokens.map(({ token, type }) => ({ kind: 'token', token, type }) as const),
  ]
}
