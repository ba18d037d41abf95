import type Database from 'better-sqlite3'
import { FIRST_NAMES, LABELS, LAST_NAMES } from './names'
import { RAW_EVENTS, READINGS } from './readingsSql'
import { seededRandom } from './seededRandom'

export interface LedgerSize {
  readonly sessions: number
  readonly readingsEach: number
  readonly stations: number
  readonly cards: number
  /** The last session begins about then, the first one `years` before; milliseconds since 1970. */
  readonly until: number
  readonly years: number
  /** Whether the messages as they came are filled in too; they are what makes the file grow most. */
  readonly rawEvents: boolean
  readonly seed: number
}

/** A site of twenty chargers that has been busy for five years. */
export const LEDGER_SIZE: Omit<LedgerSize, 'sessions' | 'until'> = {
  readingsEach: 50,
  stations: 20,
  cards: 2_000,
  years: 5,
  rawEvents: false,
  seed: 1,
}

const YEAR_MS = 365.25 * 86_400_000
const HOUR_MS = 3_600_000
/** One session in so many has a doubt, and one in so many names a card that was never enrolled. */
const DOUBT_EVERY = 100
const STRANGER_EVERY = 80
const STRANGERS = 60
/** Sessions that run at the end, one a charger at most. */
const RUNNING_SHARE = 0.6
const SESSIONS_A_STATEMENT = 25
const SESSIONS_A_CHUNK = 20_000

const COLUMNS = [
  'station_id',
  'transaction_id',
  'evse_id',
  'connector_id',
  'token',
  'token_type',
  'token_seq',
  'token_at',
  'authorization',
  'state',
  'charging_state',
  'charging_state_seq',
  'charging_state_at',
  'started_at',
  'ended_at',
  'meter_start_wh',
  'meter_start_at',
  'meter_last_wh',
  'meter_last_at',
  'power_w',
  'power_at',
  'power_seq',
  'stop_reason',
  'doubts',
  'seq_first',
  'seq_last',
  'seq_apart',
  'updated_at',
  'received_first',
  'received_last',
  'ends',
  'unsettled',
] as const
type Value = string | number | null
type SessionValues = Record<(typeof COLUMNS)[number], Value>

/**
 * Fills a database of the real shape, empty of sessions, with a ledger. The same size and seed make the same ledger.
 * Nothing is flushed in between: it is for a file that is thrown away.
 */
export function fillLedger(db: Database.Database, size: LedgerSize): void {
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -262144')
  const random = seededRandom(size.seed)
  const pick = (count: number) => Math.floor(random() * count)
  const { stations, tokens } = fillSite(db, size, random)

  db.exec('CREATE TEMP TABLE step (n INTEGER PRIMARY KEY)')
  const step = db.prepare('INSERT INTO temp.step (n) VALUES (?)')
  for (let n = 0; n < size.readingsEach; n++) step.run(n)
  const readings = db.prepare(READINGS)
  const raw = db.prepare(RAW_EVENTS.events)
  const ofSession = db.prepare(RAW_EVENTS.ofSessions)
  const insert = insertOf(db, SESSIONS_A_STATEMENT)
  const insertOne = insertOf(db, 1)
  const runningFrom = size.sessions - Math.floor(size.stations * RUNNING_SHARE)

  const session = (index: number): SessionValues => {
    const stationId = stations[index >= runningFrom ? index - runningFrom : pick(stations.length)] ?? 1
    // Every other charger speaks 1.6, which has no types of cards.
    const typed = stationId % 2 === 0
    const isStranger = pick(STRANGER_EVERY) === 0
    // Some people charge every day, most now and then.
    const token = isStranger ? `5EEE${pick(STRANGERS)}` : (tokens[Math.floor(tokens.length * random() ** 2)] ?? '')
    const isRunning = index >= runningFrom
    const doubt = !isRunning && pick(DOUBT_EVERY) === 0
    const hours = 0.5 + random() * 7
    const spread = size.until - (1 - index / size.sessions) * size.years * YEAR_MS
    const startedAt = Math.floor(isRunning ? size.until - hours * HOUR_MS : spread - random() * 6 * HOUR_MS)
    const endedAt = Math.floor(startedAt + hours * HOUR_MS)
    const meterStart = index * 20 + pick(1_000)
    const energy = Math.floor(hours * 3_500 + pick(2_000))
    return {
      station_id: stationId,
      transaction_id: typed
        ? `${(index * 2_654_435_761).toString(16)}-${pick(65_536).toString(16)}`
        : String(index + 1),
      evse_id: 1 + pick(2),
      connector_id: 1,
      token,
      token_type: typed ? 'ISO14443' : '',
      token_seq: 0,
      token_at: startedAt,
      authorization: isStranger ? 'unknown' : 'accepted',
      state: isRunning ? 'running' : 'ended',
      charging_state: isRunning ? 'charging' : 'idle',
      charging_state_seq: size.readingsEach,
      charging_state_at: endedAt,
      started_at: doubt && pick(2) === 0 ? null : startedAt,
      ended_at: isRunning ? null : endedAt,
      meter_start_wh: meterStart,
      meter_start_at: startedAt,
      meter_last_wh: meterStart + energy,
      meter_last_at: endedAt,
      power_w: isRunning ? 3_000 + pick(8_000) : 0,
      power_at: endedAt,
      power_seq: size.readingsEach - 1,
      stop_reason: isRunning ? null : ['Local', 'EVDisconnected', 'Remote'][pick(3)] || 'Local',
      doubts: doubt ? '["no-start"]' : '[]',
      seq_first: typed ? 0 : null,
      seq_last: typed ? size.readingsEach - 1 : null,
      seq_apart: 0,
      updated_at: endedAt,
      received_first: startedAt + 300,
      received_last: endedAt + 300,
      ends: isRunning ? 0 : 1,
      unsettled: doubt && pick(4) > 0 ? 1 : 0,
    }
  }

  for (let from = 0; from < size.sessions; from += SESSIONS_A_CHUNK) {
    const until = Math.min(size.sessions, from + SESSIONS_A_CHUNK)
    db.exec('BEGIN')
    let index = from
    const values = (count: number) => {
      const rows: Value[] = []
      for (; count > 0; count--) {
        const made = session(index++)
        for (const column of COLUMNS) rows.push(made[column])
      }
      return rows
    }
    while (index + SESSIONS_A_STATEMENT <= until) insert.run(values(SESSIONS_A_STATEMENT))
    while (index < until) insertOne.run(values(1))
    const range = { from: from + 1, to: until, last: size.readingsEach - 1 }
    readings.run(range)
    if (size.rawEvents) {
      raw.run(range)
      ofSession.run(range)
    }
    db.exec('COMMIT')
  }
  db.exec('DROP TABLE temp.step')
}

const insertOf = (db: Database.Database, rows: number) =>
  db.prepare(
    `INSERT INTO session (${COLUMNS.join(', ')}) VALUES ${Array(rows)
      .fill(`(${COLUMNS.map(() => '?').join(', ')})`)
      .join(', ')}`,
  )

/** Chargers and cards; gives the numbers of both. */
function fillSite(db: Database.Database, { stations, cards, until, years }: LedgerSize, random: () => number) {
  const createdAt = Math.floor(until - years * YEAR_MS)
  const pick = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? ''
  const station = db.prepare(
    "INSERT INTO station (identity, label, admission, created_at) VALUES (?, ?, 'admitted', ?) RETURNING id",
  )
  const card = db.prepare(
    `INSERT INTO card (token, token_type, holder, label, card_group, blocked, created_at, updated_at)
     VALUES (?, 'ISO14443', ?, ?, '', 0, ?, ?)`,
  )
  return db.transaction(() => ({
    stations: Array.from({ length: stations }, (_, index) => {
      const identity = `CP_${String(index + 1).padStart(2, '0')}`
      return (station.get(identity, `Bay ${index + 1}`, createdAt) as { id: number }).id
    }),
    tokens: Array.from({ length: cards }, (_, index) => {
      const token = `04${((index * 2_654_435_761) % 2 ** 40).toString(16).padStart(10, '0').toUpperCase()}`
      card.run(token, `${pick(FIRST_NAMES)} ${pick(LAST_NAMES)}`, `${pick(LABELS)} ${index + 1}`, createdAt, createdAt)
      return token
    }),
  }))()
}
