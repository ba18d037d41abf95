import type { Session } from '@shared/contract/sessions'
import type { SessionState } from '@shared/ocpp/session'
import { one, type ReadDb } from '../handles'
import {
  ALWAYS,
  countOf,
  type KeyFilter,
  keysOf,
  type LedgerKey,
  matchedKeysOf,
  NEWEST,
  runningKeys,
} from './ledgerKeys'
import { type LedgerSource, meaningOf, type SearchMeaning, sourcesOf } from './ledgerSources'
import { sessionsByIds } from './sessionView'

/** Which sessions are wanted; null, '' or left out where it makes no difference. */
export interface LedgerFilter {
  readonly stationId: number | null
  readonly state: SessionState | null
  /** True for those that wait for a decision only. */
  readonly unsettled?: boolean
  /** Begun at or after `from` and before `to`, milliseconds since 1970. */
  readonly from?: number | null
  readonly to?: number | null
  /** Part of station identity, card number, holder or label, case ignored. */
  readonly search: string
}

export interface SessionFilter extends LedgerFilter {
  /** The session after which the page begins; null for the first page. */
  readonly before: number | null
  readonly limit: number
}

/** Totals are counted up to here: further on nobody needs the number, and counting would cost more than the page. */
export const TOTAL_COUNTED = 10_000

/** A search that means more cards than this is not looked up: it means a good part of all sessions. */
const CARDS_LOOKED_UP = 3_000
/** How many sessions a page of such a search looks through before every card is asked after all. */
const ROWS_LOOKED_THROUGH = 4_096
const ROWS_A_READ = 256
/** The first key of a source decides whether more of it are wanted at all. */
const KEYS_A_READ = 32

/** A filter with its search looked up. */
interface LedgerPlan {
  readonly filter: LedgerFilter
  readonly keyFilter: KeyFilter
  readonly newest: LedgerKey
  readonly meaning: SearchMeaning | null
  /** Null when the search means too much to be looked up. */
  readonly sources: readonly LedgerSource[] | null
}

function planOf(db: ReadDb, filter: LedgerFilter): LedgerPlan {
  const meaning = filter.search === '' ? null : meaningOf(db, filter.search, CARDS_LOOKED_UP)
  return {
    filter,
    keyFilter: { from: filter.from ?? ALWAYS, unsettled: filter.unsettled ?? false, ended: filter.state === 'ended' },
    newest: filter.to == null ? NEWEST : { at: filter.to, id: 0 },
    meaning: meaning ?? null,
    sources: meaning === undefined ? null : sourcesOf(filter.stationId, meaning),
  }
}

/** Negative when `a` is listed before `b`: later, or later numbered. */
const inOrder = (a: LedgerKey, b: LedgerKey) => b.at - a.at || b.id - a.id

/** A key, or null after a while without one: whoever must not keep others waiting can let them have their turn. */
type Keys = Generator<LedgerKey | null, void, void>

/**
 * All that is meant, newest first, after `before`. Nothing stays open in the database between two keys.
 * @param patience how many sessions are looked through for a search that means very much
 */
function* ledgerKeys(db: ReadDb, plan: LedgerPlan, before: LedgerKey, patience: number): Keys {
  const { sources, keyFilter, filter } = plan
  if (filter.state === 'running') {
    for (const key of running(db, plan)) if (inOrder(before, key) < 0) yield key
    return
  }
  if (sources === null) return yield* lookedThrough(db, plan, before, patience)
  const [only] = sources
  if (only && sources.length === 1) return yield* inOneSource(db, only, keyFilter, before)
  yield* merged(db, sources, keyFilter, before)
}

/** Looks at one session after the other; when that has taken too long, every card after all. */
function* lookedThrough(db: ReadDb, { filter, keyFilter }: LedgerPlan, before: LedgerKey, patience: number): Keys {
  const { stationId, search } = filter
  const base: LedgerSource = stationId === null ? { kind: 'all' } : { kind: 'station', stationId }
  let from = before
  for (let seen = 0; seen < patience; seen += ROWS_A_READ) {
    const read = matchedKeysOf(db, base, keyFilter, search, from, ROWS_A_READ)
    for (const key of read) if (key.isMeant === 1) yield key
    const last = read.at(-1)
    if (!last || read.length < ROWS_A_READ) return
    from = last
    yield null
  }
  const meaning = meaningOf(db, search, Number.POSITIVE_INFINITY)
  yield* merged(db, sourcesOf(stationId, meaning ?? null), keyFilter, from)
}

function* inOneSource(db: ReadDb, source: LedgerSource, filter: KeyFilter, before: LedgerKey) {
  let from: LedgerKey | undefined = before
  while (from) {
    const read: LedgerKey[] = keysOf(db, source, filter, from, ROWS_A_READ)
    yield* read
    from = read.length < ROWS_A_READ ? undefined : read.at(-1)
  }
}

/** The sources' keys in one order. A session that two sources hold comes once: its two keys follow one another. */
function* merged(db: ReadDb, sources: readonly LedgerSource[], filter: KeyFilter, before: LedgerKey) {
  const heads = sources
    .map((source) => ({ source, keys: keysOf(db, source, filter, before, 1), place: 0, isFirst: true }))
    .flatMap((head) => (head.keys[0] ? [{ ...head, key: head.keys[0] }] : []))
    // The newest one last, where it is taken from.
    .sort((a, b) => inOrder(b.key, a.key))
  let last = 0
  for (let head = heads.pop(); head; head = heads.pop()) {
    if (head.key.id !== last) yield head.key
    last = head.key.id
    head.place += 1
    if (head.place === head.keys.length && (head.isFirst || head.keys.length === KEYS_A_READ)) {
      head.keys = keysOf(db, head.source, filter, head.key, KEYS_A_READ)
      head.place = 0
      head.isFirst = false
    }
    const key = head.keys[head.place]
    if (!key) continue
    head.key = key
    let [low, high] = [0, heads.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = heads[middle]
      if (other && inOrder(other.key, key) > 0) low = middle + 1
      else high = middle
    }
    heads.splice(low, 0, head)
  }
}

function running(db: ReadDb, { filter, keyFilter, newest }: LedgerPlan): LedgerKey[] {
  return runningKeys(db, filter.search)
    .filter((key) => filter.search === '' || key.isMeant === 1)
    .filter((key) => filter.stationId === null || key.stationId === filter.stationId)
    .filter((key) => !filter.unsettled || key.unsettled === 1)
    .filter((key) => key.at >= keyFilter.from && inOrder(newest, key) < 0)
    .sort(inOrder)
}

interface Counted {
  readonly n: number
  readonly upTo: number
}
const counted = new WeakMap<ReadDb, Counted>()

/**
 * How many sessions there are. They are never deleted and their numbers only grow, so that once they have been counted
 * only new ones are.
 */
function countAll(db: ReadDb): number {
  const known = counted.get(db)
  const found = known
    ? one<Counted>(
        db,
        'SELECT count(*) + ? AS n, max(?, coalesce(max(id), 0)) AS upTo FROM session WHERE id > +?',
        known.n,
        known.upTo,
        known.upTo,
      )
    : one<Counted>(db, 'SELECT (SELECT count(*) FROM session) AS n, (SELECT coalesce(max(id), 0) FROM session) AS upTo')
  if (found) counted.set(db, found)
  return found?.n ?? 0
}

/** How many are meant. Beyond `TOTAL_COUNTED` they are not counted, but for the whole ledger. */
function totalOf(db: ReadDb, plan: LedgerPlan): { total: number; totalIsLeast: boolean } {
  const { filter, keyFilter, newest, meaning, sources } = plan
  if (filter.state === 'running') return { total: running(db, plan).length, totalIsLeast: false }
  const { stationId, state, unsettled, from, to, search } = filter
  if (stationId === null && state === null && !unsettled && from == null && to == null && search === '') {
    return { total: countAll(db), totalIsLeast: false }
  }
  if (sources === null) {
    const keys = ledgerKeys(db, plan, newest, ROWS_LOOKED_THROUGH)
    let found = 0
    for (let seen = 0; seen < ROWS_LOOKED_THROUGH; ) {
      const { value, done } = keys.next()
      if (done) return { total: found, totalIsLeast: false }
      if (value === null) seen += ROWS_A_READ
      else found += 1
    }
    return { total: found, totalIsLeast: true }
  }
  let total = 0
  for (const source of sources) {
    const elsewhere = source.kind === 'token' ? (meaning?.stationIds ?? []) : []
    total += countOf(db, source, keyFilter, newest, elsewhere, TOTAL_COUNTED + 1 - total)
    if (total > TOTAL_COUNTED) return { total: TOTAL_COUNTED, totalIsLeast: true }
  }
  return { total, totalIsLeast: false }
}

/** Up to `count` keys of a walk through the ledger, read now; a walk can be gone on with later. */
function take(keys: Keys, count: number): LedgerKey[] {
  const taken: LedgerKey[] = []
  while (taken.length < count) {
    const { value, done } = keys.next()
    if (done) break
    if (value) taken.push(value)
  }
  return taken
}

const shown = (db: ReadDb, keys: readonly LedgerKey[]): Session[] =>
  sessionsByIds(
    db,
    keys.map(({ id }) => id),
  )

/** Where a session stands; a page after it begins there, whatever has come in since. */
function placeOf(db: ReadDb, id: number): LedgerKey | undefined {
  return one(db, 'SELECT id, listed_at AS at FROM session WHERE id = ?', id)
}

/**
 * A page of the ledger, by beginning, newest first; one row more than `limit` when there are more. `totalIsLeast` says
 * that there are more than `total`.
 */
export function findSessions(
  db: ReadDb,
  filter: SessionFilter,
): { rows: Session[]; total: number; totalIsLeast: boolean } {
  const plan = planOf(db, filter)
  const after = filter.before === null ? undefined : placeOf(db, filter.before)
  const before = after && inOrder(plan.newest, after) < 0 ? after : plan.newest
  const rows = shown(db, take(ledgerKeys(db, plan, before, ROWS_LOOKED_THROUGH), filter.limit + 1))
  const counted = totalOf(db, plan)
  return { rows, ...counted, total: Math.max(counted.total, rows.length) }
}

/**
 * Everything that is meant, newest first, in parts of at most `size`: each part is read when it is asked for, and a part
 * may be empty, so that none takes long.
 */
export function* sessionsInParts(db: ReadDb, filter: LedgerFilter, size: number): Generator<Session[], void, void> {
  const plan = planOf(db, filter)
  let part: LedgerKey[] = []
  for (const key of ledgerKeys(db, plan, plan.newest, Number.POSITIVE_INFINITY)) {
    if (key) part.push(key)
    if (key && part.length < size) continue
    yield shown(db, part)
    part = []
  }
  if (part.length > 0) yield shown(db, part)
}
