import { all, one, type ReadDb, type SqlValue } from '../handles'
import type { LedgerSource } from './ledgerSources'
import { likeAnywhere } from './page'
import { SHOWN_CARD } from './sessionView'

/** Where a session stands in the ledger, which is ordered by `at` and then by `id`, newest first. */
export interface LedgerKey {
  readonly id: number
  readonly at: number
}

/** The part of a filter that every source looks at by itself. */
export interface KeyFilter {
  /** Listed from this moment on; `ALWAYS` for no bound. */
  readonly from: number
  readonly unsettled: boolean
  readonly ended: boolean
}

/** The place before the newest session. */
export const NEWEST: LedgerKey = { at: Number.MAX_SAFE_INTEGER, id: 0 }
/** A time before all others. */
export const ALWAYS = Number.MIN_SAFE_INTEGER

interface Place {
  readonly index: string
  readonly term: string
}

const PLACES: Readonly<Record<LedgerSource['kind'], Place>> = {
  all: { index: 'session_listed', term: '' },
  station: { index: 'session_listed_station', term: 'station_id = +? AND ' },
  token: { index: 'session_listed_token', term: 'token = +? AND token_type = +? AND ' },
  'station-token': {
    index: 'session_listed_station_token',
    term: 'station_id = +? AND token = +? AND token_type = +? AND ',
  },
}

/** What waits for a decision is in indexes of its own; those of one card at one station are found among its card's. */
const UNSETTLED: Readonly<Record<LedgerSource['kind'], Place>> = {
  all: { index: 'session_unsettled_listed', term: '' },
  station: { index: 'session_unsettled_station', term: PLACES.station.term },
  token: { index: 'session_unsettled_token', term: PLACES.token.term },
  'station-token': { index: 'session_unsettled_token', term: PLACES['station-token'].term },
}

/**
 * The index is named, because SQLite keeps no statistics here and the wrong one would go through the whole ledger.
 * `+?` and `0 + ?`: SQLite looks at a value that stands alone when it plans, and so plans anew for every execution,
 * which costs five times the search itself.
 */
function fromWhere(kind: LedgerSource['kind'], { unsettled, ended }: KeyFilter): string {
  const { index, term } = (unsettled ? UNSETTLED : PLACES)[kind]
  const flags = `${unsettled ? 'unsettled = 1 AND ' : ''}${ended ? "state = 'ended' AND " : ''}`
  return `FROM session INDEXED BY ${index} WHERE ${term}${flags}listed_at >= +? AND (listed_at, id) < (+?, +?)`
}

interface Texts {
  readonly keys: string
  readonly matched: string
  readonly count: string
  readonly countElsewhere: string
}

/** SQL texts by their shape: each is put together once, and then a constant. */
const texts = new Map<string, Texts>()

function textsOf(kind: LedgerSource['kind'], filter: KeyFilter): Texts {
  const shape = `${kind} ${filter.unsettled} ${filter.ended}`
  let found = texts.get(shape)
  if (!found) {
    const body = fromWhere(kind, filter)
    const ordered = `${body} ORDER BY listed_at DESC, id DESC LIMIT 0 + ?`
    const counted = (more: string) => `SELECT count(*) AS n FROM (SELECT 1 ${body}${more} LIMIT 0 + ?)`
    found = {
      keys: `SELECT id, listed_at AS at ${ordered}`,
      matched: matching(`SELECT id, listed_at, station_id, token, token_type, unsettled ${ordered}`),
      count: counted(''),
      countElsewhere: counted(' AND station_id NOT IN (SELECT value FROM json_each(?))'),
    }
    texts.set(shape, found)
  }
  return found
}

function valuesOf(source: LedgerSource): SqlValue[] {
  switch (source.kind) {
    case 'all':
      return []
    case 'station':
      return [source.stationId]
    case 'token':
      return [source.token, source.type]
    case 'station-token':
      return [source.stationId, source.token, source.type]
  }
}

/** The next keys of a source after `before`, at most `limit`. */
export function keysOf(
  db: ReadDb,
  source: LedgerSource,
  filter: KeyFilter,
  before: LedgerKey,
  limit: number,
): LedgerKey[] {
  const { keys } = textsOf(source.kind, filter)
  return all(db, keys, ...valuesOf(source), filter.from, before.at, before.id, limit)
}

/** How many sessions a source holds before `before`, at most `limit`; those at the stations in `elsewhere` are left out. */
export function countOf(
  db: ReadDb,
  source: LedgerSource,
  filter: KeyFilter,
  before: LedgerKey,
  elsewhere: readonly number[],
  limit: number,
): number {
  const { count, countElsewhere } = textsOf(source.kind, filter)
  const values = [...valuesOf(source), filter.from, before.at, before.id]
  const row =
    elsewhere.length === 0
      ? one<{ n: number }>(db, count, ...values, limit)
      : one<{ n: number }>(db, countElsewhere, ...values, JSON.stringify(elsewhere), limit)
  return row?.n ?? 0
}

/** A session, and whether its station, its card or that card's holder or label has the text. */
export interface MatchedKey extends LedgerKey {
  readonly stationId: number
  readonly unsettled: 0 | 1
  readonly isMeant: 0 | 1
}

/** The next sessions after `before`, whether they are meant or not, at most `limit`. */
export function matchedKeysOf(
  db: ReadDb,
  source: LedgerSource,
  filter: KeyFilter,
  search: string,
  before: LedgerKey,
  limit: number,
): MatchedKey[] {
  const { matched } = textsOf(source.kind, filter)
  return all(db, matched, ...patterns(search), ...valuesOf(source), filter.from, before.at, before.id, limit)
}

const RUNNING = matching("SELECT * FROM session INDEXED BY session_running WHERE state = 'running'")

/** What runs now, whether it is meant or not, in no order: there are few. */
export function runningKeys(db: ReadDb, search: string): MatchedKey[] {
  return all(db, RUNNING, ...patterns(search))
}

/** Looks at the sessions of `listed` one by one; the order stays as it is. */
function matching(listed: string): string {
  const has = (text: string) => `${text} LIKE ? ESCAPE '\\'`
  const isMeant = ['station.identity', 'session.token', 'card.holder', 'card.label'].map(has).join(' OR ')
  return `SELECT session.id, session.listed_at AS at, session.station_id AS stationId, session.unsettled,
    coalesce(${isMeant}, 0) AS isMeant FROM (${listed}) AS session ${SHOWN_CARD}`
}

const patterns = (search: string): string[] => Array(4).fill(likeAnywhere(search))
