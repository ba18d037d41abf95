import { join } from 'node:path'
import type { ReadDb, WriteDb } from '@main/store/handles'
import { migrate } from '@main/store/migrate'
import { MIGRATIONS } from '@main/store/migrations'
import { findSessions, type LedgerFilter, sessionsInParts, TOTAL_COUNTED } from '@main/store/queries/ledger'
import { drawingSessions, figuresSince } from '@main/store/queries/sessionFigures'
import { type SessionRow, saveProgress } from '@main/store/queries/sessions'
import { readingsInParts, sessionById } from '@main/store/queries/sessionView'
import type { Session } from '@shared/contract/sessions'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { fillLedger, LEDGER_SIZE, type LedgerSize } from '../../bench/ledger/fillLedger'
import { openTestStore } from '../../support/testStore'

const UNTIL = Date.UTC(2026, 0, 1)
const HOUR = 3_600_000
const EVERYTHING: LedgerFilter = { stationId: null, state: null, search: '' }

const opened: Database.Database[] = []
afterEach(() => {
  for (const db of opened.splice(0)) db.close()
})

/** The store's own connection for reading, and one for rows that no event could make. */
function openLedger() {
  const store = openTestStore()
  const write = new Database(join(store.folder, 'chargehand.db'))
  opened.push(write)
  return { read: store.read, write, file: store.file }
}

function filled(size: Partial<LedgerSize> & { sessions: number }) {
  const ledger = openLedger()
  fillLedger(ledger.write, { ...LEDGER_SIZE, readingsEach: 3, until: UNTIL, ...size })
  return ledger
}

interface Row {
  readonly session: Session
  readonly listedAt: number
  readonly unsettled: boolean
}

/** Every session with what a filter looks at, read in the plainest way. */
function everySession(db: ReadDb): Row[] {
  const rows = db
    .prepare(
      'SELECT id, coalesce(started_at, received_first, ended_at, meter_start_at, 0) AS listedAt, unsettled FROM session',
    )
    .all() as { id: number; listedAt: number; unsettled: number }[]
  return rows.flatMap(({ id, listedAt, unsettled }) => {
    const session = sessionById(db, id)
    return session ? [{ session, listedAt, unsettled: unsettled === 1 }] : []
  })
}

const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** What a filter means, by looking at every session. */
function meant(rows: readonly Row[], filter: LedgerFilter): number[] {
  const { stationId, state, search, unsettled, from, to } = filter
  return rows
    .filter(({ session, listedAt, unsettled: waits }) => {
      const { stationIdentity, token, holder, cardLabel } = session
      return (
        (stationId === null || session.stationId === stationId) &&
        (state === null || session.state === state) &&
        (!unsettled || waits) &&
        (from == null || listedAt >= from) &&
        (to == null || listedAt < to) &&
        [stationIdentity, token ?? '', holder, cardLabel].some((text) => lower(text).includes(lower(search)))
      )
    })
    .sort((a, b) => b.listedAt - a.listedAt || b.session.id - a.session.id)
    .map(({ session }) => session.id)
}

const ids = (sessions: readonly Session[]) => sessions.map(({ id }) => id)

/** All pages, one after the other. */
function paged(db: ReadDb, filter: LedgerFilter, limit: number): { found: number[]; totals: number[] } {
  const found: number[] = []
  const totals: number[] = []
  for (let before: number | null = null; ; ) {
    const { rows, total } = findSessions(db, { ...filter, before, limit })
    totals.push(total)
    const page = ids(rows.slice(0, limit))
    found.push(...page)
    if (rows.length <= limit) return { found, totals }
    before = page.at(-1) ?? null
  }
}

describe('a filter', () => {
  const identities = ['CP_1', 'cp_a', 'Gate 04', '100%']
  const tokens = ['04A1', '04A2', 'A', 'CP_', null]
  const types = ['', 'ISO14443', 'KeyCode']
  const card = fc.record({
    token: fc.constantFrom('04A1', '04A2', 'A'),
    type: fc.constantFrom('ISO14443', 'KeyCode'),
    holder: fc.constantFrom('', 'Ada', 'Bea 04', 'Ünal'),
    label: fc.constantFrom('', 'Van', 'CP'),
  })
  const time = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null })
  const session = fc.record({
    station: fc.nat(identities.length - 1),
    token: fc.constantFrom(...tokens),
    type: fc.constantFrom(...types),
    running: fc.boolean(),
    startedAt: time,
    receivedFirst: time,
    unsettled: fc.boolean(),
  })
  const filter = fc.record({
    stationId: fc.option(fc.integer({ min: 1, max: identities.length + 1 }), { nil: null }),
    state: fc.constantFrom(null, 'running', 'ended'),
    unsettled: fc.boolean(),
    from: time,
    to: time,
    search: fc.constantFrom('', '04', 'a', 'CP', 'ada', 'bea', 'ünal', '%', '_', 'van', 'none'),
  }) satisfies fc.Arbitrary<LedgerFilter>

  test('finds exactly what looking at every session finds, in order, page by page, counted and exported', () => {
    const { read, write } = openLedger()
    const clear = () => write.exec('DELETE FROM session; DELETE FROM session_token; DELETE FROM card')
    const insert = write.prepare(
      `INSERT INTO session (station_id, transaction_id, token, token_type, state, doubts, seq_apart, updated_at,
         started_at, received_first, unsettled) VALUES (?, ?, ?, ?, ?, '[]', 0, 0, ?, ?, ?)`,
    )
    const enrol = write.prepare(
      `INSERT OR IGNORE INTO card (token, token_type, holder, label, card_group, blocked, created_at, updated_at)
       VALUES (?, ?, ?, ?, '', 0, 0, 0)`,
    )
    for (const identity of identities) {
      write.prepare("INSERT INTO station (identity, admission, created_at) VALUES (?, 'admitted', 0)").run(identity)
    }
    fc.assert(
      fc.property(
        fc.array(card, { maxLength: 5 }),
        fc.array(session, { maxLength: 30 }),
        fc.array(filter, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        (cards, sessions, filters, limit) => {
          clear()
          for (const { token, type, holder, label } of cards) enrol.run(token, type, holder, label)
          for (const [index, each] of sessions.entries()) {
            const { station, token, type, running, startedAt, receivedFirst, unsettled } = each
            const state = running ? 'running' : 'ended'
            const named = token === null ? null : type
            const waits = Number(unsettled)
            insert.run(station + 1, `t${index}`, token, named, state, startedAt, receivedFirst, waits)
          }
          const rows = everySession(read)
          for (const one of filters) {
            const expected = meant(rows, one)
            const { found, totals } = paged(read, one, limit)
            expect(found).toEqual(expected)
            // Sessions are never deleted but here, so the count of all of them is tested for itself.
            if (Object.values(one).some(Boolean)) {
              expect(new Set(totals)).toEqual(new Set([expected.length]))
            }
            expect([...sessionsInParts(read, one, limit)].flatMap(ids)).toEqual(expected)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  describe('that means more cards than are looked up', () => {
    const month = { from: UNTIL - 900 * 24 * HOUR, to: UNTIL - 800 * 24 * HOUR }
    const filters: Partial<LedgerFilter>[] = [{}, { stationId: 2 }, { unsettled: true }, month, { state: 'ended' }]

    test('finds the same, page by page and exported', () => {
      const { read } = filled({ sessions: 9_000, cards: 4_000, stations: 5, readingsEach: 2 })
      const rows = everySession(read)
      for (const search of ['a', '04', 'CP_03', 'zzz']) {
        for (const more of filters) {
          const one = { ...EVERYTHING, ...more, search }
          const expected = meant(rows, one)
          expect(paged(read, one, 2_000).found).toEqual(expected)
          expect([...sessionsInParts(read, one, 100)].flatMap(ids)).toEqual(expected)
          const { rows: first, total, totalIsLeast } = findSessions(read, { ...one, before: null, limit: 30 })
          expect(ids(first)).toEqual(expected.slice(0, 31))
          if (totalIsLeast) expect(total).toBeLessThanOrEqual(expected.length)
          else expect(total).toBe(expected.length)
        }
      }
    })

    test('finds the same when all of them are old', () => {
      const { read, write } = filled({ sessions: 9_000, cards: 4_000, stations: 5, readingsEach: 2 })
      write.exec('UPDATE session SET token = NULL, token_type = NULL WHERE id > 1200')
      const expected = meant(everySession(read), { ...EVERYTHING, search: 'a' })
      const found = findSessions(read, { ...EVERYTHING, search: 'a', before: null, limit: 30 })
      expect(ids(found.rows)).toEqual(expected.slice(0, 31))
      expect(found).toMatchObject({ total: 31, totalIsLeast: true })
      const parts = [...sessionsInParts(read, { ...EVERYTHING, search: 'a' }, 100)]
      expect(parts.flatMap(ids)).toEqual(expected)
      // Whoever exports lets others have their turns while nothing is found.
      expect(parts.filter((part) => part.length === 0).length).toBeGreaterThan(20)
    })
  })

  test('counts no further than anybody needs, but for the whole ledger', () => {
    const { read, write } = filled({ sessions: TOTAL_COUNTED + 50, stations: 1, readingsEach: 2 })
    const find = (filter: Partial<LedgerFilter>) => {
      const { total, totalIsLeast } = findSessions(read, { ...EVERYTHING, ...filter, before: null, limit: 1 })
      return { total, totalIsLeast }
    }
    expect(find({ stationId: 1 })).toEqual({ total: TOTAL_COUNTED, totalIsLeast: true })
    expect(find({ search: 'cp_01' })).toEqual({ total: TOTAL_COUNTED, totalIsLeast: true })
    expect(find({})).toEqual({ total: TOTAL_COUNTED + 50, totalIsLeast: false })
    write.exec(
      "INSERT INTO session (station_id, transaction_id, state, doubts, seq_apart, updated_at) VALUES (1, 'new', 'running', '[]', 0, 0)",
    )
    expect(find({})).toEqual({ total: TOTAL_COUNTED + 51, totalIsLeast: false })
  })
})

describe('pages', () => {
  test('go on where the last one ended while sessions are added, before and among them', () => {
    const { read, write } = filled({ sessions: 200, stations: 2 })
    const insert = write.prepare(
      `INSERT INTO session (station_id, transaction_id, state, doubts, seq_apart, updated_at, started_at)
       VALUES (1, ?, 'ended', '[]', 0, 0, ?)`,
    )
    const before = paged(read, EVERYTHING, 1_000).found
    const found: number[] = []
    const added = new Set<number>()
    const parts = sessionsInParts(read, EVERYTHING, 17)
    const exported: number[] = []
    for (let cursor: number | null = null, page = 0; ; page += 1) {
      const { rows } = findSessions(read, { ...EVERYTHING, before: cursor, limit: 17 })
      found.push(...ids(rows.slice(0, 17)))
      exported.push(...ids(parts.next().value ?? []))
      // One that begins now, and one that a station had kept to itself for years.
      added.add(Number(insert.run(`now ${page}`, UNTIL + page * HOUR).lastInsertRowid))
      added.add(Number(insert.run(`late ${page}`, UNTIL - 1_500 * 24 * HOUR + page).lastInsertRowid))
      if (rows.length <= 17) break
      cursor = found.at(-1) ?? null
    }
    const old = (list: readonly number[]) => list.filter((id) => !added.has(id))
    expect(old(found)).toEqual(before)
    expect(new Set(found).size).toBe(found.length)
    expect(old(exported)).toEqual(before.slice(0, old(exported).length))
    expect(exported.length).toBeGreaterThan(150)
  })

  test('begin at the newest again after a session that does not exist', () => {
    const { read } = filled({ sessions: 5, stations: 2 })
    expect(ids(findSessions(read, { ...EVERYTHING, before: 999, limit: 2 }).rows)).toEqual(
      ids(findSessions(read, { ...EVERYTHING, before: null, limit: 2 }).rows),
    )
  })
})

describe('card numbers that sessions name', () => {
  test('are known from the sessions of older data, and of every session that names one later', () => {
    const db = new Database(':memory:')
    opened.push(db)
    const before = MIGRATIONS.findIndex(({ version }) => version === 6)
    migrate(db, MIGRATIONS.slice(0, before), 'x')
    db.exec("INSERT INTO station (identity, admission, created_at) VALUES ('CP_1', 'admitted', 0)")
    const insert = db.prepare(
      `INSERT INTO session (station_id, transaction_id, token, token_type, state, doubts, seq_apart, updated_at)
       VALUES (1, ?, ?, ?, 'ended', '[]', 0, 7)`,
    )
    insert.run('a', '04A1', '')
    insert.run('b', '04A1', '')
    insert.run('c', null, null)
    migrate(db, MIGRATIONS.slice(0, before + 1), 'x')
    const known = () => db.prepare("SELECT token || ' ' || token_type FROM session_token").pluck().all()
    expect(known()).toEqual(['04A1 '])
    insert.run('d', '04B2', 'ISO14443')
    db.exec("UPDATE session SET token = '04C3', token_type = 'eMAID' WHERE transaction_id = 'c'")
    expect(known()).toEqual(['04A1 ', '04B2 ISO14443', '04C3 eMAID'])
  })
})

describe('the readings of a session', () => {
  test('come in parts, all of them, in order', () => {
    const { read } = filled({ sessions: 3, stations: 1, readingsEach: 23 })
    const all = read.prepare('SELECT at FROM reading WHERE session_id = 2 ORDER BY at').pluck().all()
    for (const size of [1, 5, 23, 100]) {
      const parts = [...readingsInParts(read, 2, size)]
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(size)
      expect(parts.flat().map(({ at }) => at)).toEqual(all)
    }
    expect([...readingsInParts(read, 99, 5)]).toEqual([])
  })
})

describe('the plan of a search', () => {
  /** What SQLite does for everything that `work` asks it. */
  function plansOf(file: string, work: (db: ReadDb) => void): { sql: string; steps: string[] }[] {
    const asked = new Set<string>()
    const db = new Database(file, { readonly: true, verbose: (sql) => asked.add(String(sql)) })
    opened.push(db)
    work(db as ReadDb)
    const plain = new Database(file, { readonly: true })
    opened.push(plain)
    return [...asked]
      .filter((sql) => /^(SELECT|WITH)/.test(sql))
      .map((sql) => ({
        sql,
        steps: (plain.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail),
      }))
  }
  /** A walk through all sessions, readings or events. */
  const isLong = (step: string) => /^SCAN (session|reading|raw_event)\b(?!.* INDEX session_running)/.test(step)
  /** Sessions that were found through an index are then taken one by one under the same name. */
  const withoutFound = (steps: string[]) =>
    steps.includes('CO-ROUTINE session') ? steps.toSpliced(steps.indexOf('SCAN session'), 1) : steps
  const isSort = (step: string) => step.includes('TEMP B-TREE')
  /** The one time that the whole ledger is counted, in the smallest of its indexes. */
  const isFirstCount = (sql: string) => sql.startsWith('SELECT (SELECT count(*) FROM session)')

  test('goes through no table of sessions or readings, whatever the filters', () => {
    const { file } = filled({ sessions: 300, stations: 3, cards: 20 })
    const large = filled({ sessions: 5_500, stations: 3, cards: 4_000, readingsEach: 2 }).file
    const looking = plansOf(large, (db) => {
      for (const stationId of [null, 2]) {
        for (const more of [{}, { unsettled: true }, { state: 'ended' as const }]) {
          findSessions(db, { ...EVERYTHING, ...more, stationId, search: '04', before: null, limit: 5 })
        }
      }
    })
    const plans = plansOf(file, (db) => {
      for (const stationId of [null, 2]) {
        for (const state of [null, 'running', 'ended'] as const) {
          for (const unsettled of [false, true]) {
            for (const [from, to] of [[null, null] as const, [UNTIL - 9e10, null] as const, [0, UNTIL] as const]) {
              for (const search of ['', 'a', 'cp_0']) {
                const filter = { stationId, state, unsettled, from, to, search }
                const { rows } = findSessions(db, { ...filter, before: null, limit: 5 })
                findSessions(db, { ...filter, before: rows.at(-1)?.id ?? 1, limit: 5 })
                sessionsInParts(db, filter, 5).next()
              }
            }
          }
        }
      }
      figuresSince(db, UNTIL - 24 * HOUR)
      drawingSessions(db)
      for (const part of readingsInParts(db, 7, 2)) void part
    })
    // Cards and stations are few: what a search means is put in order after it was found.
    const ofSessions = [...plans, ...looking].filter(
      ({ sql }) => !isFirstCount(sql) && !sql.includes('FROM session_token'),
    )
    const long = ofSessions.filter(({ steps }) => withoutFound(steps).some((step) => isLong(step) || isSort(step)))
    expect(ofSessions.length).toBeGreaterThan(200)
    expect(long).toEqual([])
  })

  test('has its price when a session begins and ends: what each reading changes is in no index', () => {
    const { write, file } = filled({ sessions: 1, stations: 1 })
    const asked: string[] = []
    const db = new Database(file, { verbose: (sql) => asked.push(String(sql)) })
    opened.push(db)
    const row = db.prepare('SELECT * FROM session WHERE id = 1').get() as SessionRow
    saveProgress(db as WriteDb, row)
    const update = asked.find((sql) => sql.startsWith('UPDATE session'))
    const steps = write.prepare(`EXPLAIN ${update}`).all() as { opcode: string; p2: number }[]
    const written = steps.filter(({ opcode }) => opcode === 'OpenWrite').map(({ p2 }) => p2)
    const names = write.prepare('SELECT name FROM sqlite_schema WHERE rootpage = ?').pluck()
    // All but the first hold those that have ended, and are opened to see that this one has not.
    expect(written.map((root) => names.get(root)).sort()).toEqual([
      'session',
      'session_far',
      'session_long',
      'session_meter_last',
    ])
  })
})
