import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FRAME_LIMITS, type FrameLimits } from '@main/frames/limits'
import { CLOSED, FINDING, type Finding, type FrameFilter, IN, OPENED, OUT } from '@main/frames/messages'
import { FrameLog } from '@main/frames/worker/frameLog'
import { openLog } from '@main/frames/worker/openLog'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const DAY_MS = 24 * 60 * 60 * 1_000
const T = 1_700_000_000_000

let folder: string
let log: FrameLog
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-test-'))
})
afterEach(() => {
  log.answer('close', null)
  rmSync(folder, { recursive: true, force: true })
})

const file = () => path.join(folder, 'frames.db')
function open(limits: Partial<FrameLimits> = {}) {
  log = new FrameLog(openLog(file()), { ...FRAME_LIMITS, ...limits })
}

type Note = readonly [what: number, text: string, at?: number, connection?: number, station?: number]
function store(notes: readonly Note[], now = T, dropped = 0) {
  return log.store(
    {
      numbers: notes.flatMap(([what, , at = T, connection = 1, station = 7]) => [what, connection, station, at]),
      texts: notes.map(([, text]) => text),
      dropped,
    },
    now,
  )
}
const call = (id: string, action = 'Heartbeat', payload: object = {}) => JSON.stringify([2, id, action, payload])
const result = (id: string, payload: object = {}) => JSON.stringify([3, id, payload])
const finding = (problem: Finding['problem'], detail: string, id: string | null) =>
  JSON.stringify({ problem, detail, id } satisfies Finding)
const find = (filter: FrameFilter = {}) => log.answer('find', { filter, before: null, limit: 100 }).toReversed()

describe('a frame and its answer', () => {
  it('are linked in both directions, in one batch and over two', () => {
    open()
    store([
      [OPENED, 'CP_1'],
      [IN, call('a')],
      [OUT, result('a'), T + 3],
      [OUT, call('b', 'Reset')],
    ])
    store([[IN, result('b'), T + 90]])
    expect(find()).toMatchObject([
      { id: 1, action: 'Heartbeat', counterpart: 2, latency_ms: 3, identity: 'CP_1', station_id: 7 },
      { id: 2, action: 'Heartbeat', counterpart: 1, latency_ms: 3 },
      { id: 3, action: 'Reset', counterpart: 4, latency_ms: 90 },
      { id: 4, action: 'Reset', counterpart: 3, latency_ms: 90 },
    ])
  })

  it('are never linked across connections or directions', () => {
    open()
    store([
      [IN, call('a'), T, 1],
      [OUT, result('a'), T, 2],
      [IN, result('a'), T, 1],
    ])
    expect(find().map(({ counterpart, problem }) => [counterpart, problem])).toEqual([
      [null, null],
      [null, 'unexpected'],
      [null, 'unexpected'],
    ])
  })

  it('show what came of the question: slow, refused, unanswered, answered late after all', () => {
    open({ slowMs: 100, noAnswerMs: 1_000 })
    store([
      [IN, call('slow')],
      [IN, call('refused')],
      [IN, call('never')],
      [OUT, call('late', 'Reset')],
      [OUT, result('slow'), T + 100],
      [OUT, JSON.stringify([4, 'refused', 'NotSupported', 'no such thing', {}])],
    ])
    const problems = () =>
      Object.fromEntries(find({ problems: true }).map((row) => [`${row.kind} ${row.message_id}`, row.problem]))
    expect(problems()).toEqual({ 'call slow': 'slow', 'call refused': 'refused', 'error refused': 'refused' })
    expect(find({ problems: true })[1]).toMatchObject({ detail: 'NotSupported: no such thing' })
    store([], T + 1_000)
    expect(problems()).toMatchObject({ 'call never': 'no-answer', 'call late': 'no-answer' })
    store([[IN, result('late'), T + 1_500]], T + 1_500)
    expect(problems()).toMatchObject({ 'call never': 'no-answer', 'call late': 'slow' })
  })

  it('stay apart when the connection ended in between', () => {
    open()
    store([
      [IN, call('a')],
      [CLOSED, ''],
      [OUT, result('a')],
    ])
    expect(find()).toMatchObject([{ problem: 'no-answer', counterpart: null }, { problem: 'unexpected' }])
  })

  it('forget the oldest open question beyond the bound', () => {
    open({ openQuestions: 2 })
    store([
      [IN, call('a')],
      [IN, call('b')],
      [IN, call('c')],
      [OUT, result('a')],
      [OUT, result('c')],
    ])
    expect(find({ direction: OUT })).toMatchObject([{ counterpart: null }, { counterpart: 3 }])
  })

  it('are not called unanswered or unexpected when frames between them are missing', () => {
    open({ noAnswerMs: 1_000 })
    store([[IN, call('a')]])
    store(
      [
        [OUT, result('lost')],
        [IN, call('b')],
      ],
      T,
      5,
    )
    store([[OUT, result('b')]], T + 20_000)
    expect(find().map(({ problem }) => problem)).toEqual([null, null, null, null])
    store(
      [[OUT, result('late')]].map(([what, text]): Note => [what as number, text as string, T + 20_000]),
      T + 20_000,
    )
    expect(find().at(-1)).toMatchObject({ problem: 'unexpected' })
  })

  it('show that an answer of ours was refused (2.1)', () => {
    open()
    store([
      [IN, call('a')],
      [OUT, result('a')],
      [IN, JSON.stringify([5, 'a', 'FormatViolation', 'no time', {}])],
    ])
    expect(find()).toMatchObject([
      { problem: 'refused', counterpart: 2 },
      { problem: null },
      { kind: 'result-error', problem: 'refused', counterpart: 1, action: 'Heartbeat' },
    ])
  })
})

describe('a finding', () => {
  it('belongs to the frame that came last, or to the open question of its id', () => {
    open()
    store([
      [IN, call('a', 'NotifyEvent')],
      [IN, '[9,"x"]'],
      [FINDING, finding('invalid', 'unknown-type', 'x')],
      [FINDING, finding('refused', 'generatedAt is missing', 'a')],
    ])
    expect(find()).toMatchObject([
      { message_id: 'a', problem: 'refused', detail: 'generatedAt is missing' },
      { message_id: 'x', problem: 'invalid', detail: 'unknown-type' },
    ])
  })
})

describe('what is kept', () => {
  it('is no older than the bound', () => {
    open({ days: 2 })
    store(Array.from({ length: 1_200 }, (_, index): Note => [IN, call(`old-${index}`), T]))
    store([[IN, call('new'), T + 2 * DAY_MS + 1]], T + 2 * DAY_MS + 1)
    expect(find().map(({ message_id }) => message_id)).toEqual(['new'])
    expect(log.answer('facts', null)).toMatchObject({ frames: 1, since: T + 2 * DAY_MS + 1 })
  })

  it('is no larger than the bound, and the newest of all', () => {
    const bytes = 1_000_000
    open({ bytes })
    for (let batch = 0; batch < 30; batch++) {
      const notes = Array.from(
        { length: 100 },
        (_, index): Note => [IN, call(`${batch}-${index}`, 'X', { a: 'x'.repeat(900) })],
      )
      expect(store(notes)).toEqual({ lost: 0, error: null })
    }
    const facts = log.answer('facts', null)
    expect(facts.bytes).toBeLessThanOrEqual(bytes)
    expect(facts.frames).toBeGreaterThan(400)
    expect(find().at(-1)).toMatchObject({ message_id: '29-99', id: 3_000 })
  })

  it('is the beginning of a frame that is too long', () => {
    open({ frameLength: 100 })
    store([[IN, call('a', 'X', { a: 'x'.repeat(900) })]])
    const found = log.answer('get', { id: 1 })
    expect(found?.frame.text).toHaveLength(100)
    expect(found?.frame.length).toBe(call('a', 'X', { a: 'x'.repeat(900) }).length)
  })

  it('stays over a restart, with numbers that go on', () => {
    open()
    store([[IN, call('a')]])
    log.answer('close', null)
    open()
    store([[IN, call('b')]])
    expect(find()).toMatchObject([
      { id: 1, message_id: 'a' },
      { id: 2, message_id: 'b' },
    ])
    expect(log.answer('facts', null)).toMatchObject({ frames: 2, actions: ['Heartbeat'] })
  })

  it('lacks what a full disk refused, says how much, and goes on when there is room', () => {
    const db = openLog(file())
    log = new FrameLog(db, FRAME_LIMITS)
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.pragma(`max_page_count = ${pages}`)
    const many = Array.from({ length: 50 }, (_, index): Note => [IN, call(`${index}`, 'X', { a: 'x'.repeat(900) })])
    expect(store(many)).toEqual({ lost: 50, error: expect.objectContaining({ code: 'SQLITE_FULL' }) })
    db.pragma('max_page_count = 100000')
    expect(store([[OUT, result('0')]])).toEqual({ lost: 0, error: null })
    expect(find()).toMatchObject([{ id: 51, message_id: '0', kind: 'result' }])
    expect(log.answer('facts', null)).toMatchObject({ frames: 1 })
  })

  it('begins anew, with the old file aside, where that is no log', () => {
    writeFileSync(file(), 'this is no database, and long enough to be looked at as one'.repeat(100))
    open()
    store([[IN, call('a')]])
    expect(find()).toHaveLength(1)
    expect(readdirSync(folder)).toContain('frames.db.old')
  })
})

describe('what is found', () => {
  it('matches every filter at once', () => {
    open()
    store([
      [IN, call('1', 'Authorize', { idTag: '100%' }), T, 1, 7],
      [IN, call('2', 'Authorize', { idTag: '1000' }), T + 5, 2, 8],
      [OUT, call('3', 'Reset'), T + 9, 1, 7],
    ])
    const ids = (filter: FrameFilter) => find(filter).map(({ message_id }) => message_id)
    expect(ids({ stationId: 8 })).toEqual(['2'])
    expect(ids({ action: 'Authorize' })).toEqual(['1', '2'])
    expect(ids({ direction: OUT })).toEqual(['3'])
    expect(ids({ search: '100%' })).toEqual(['1'])
    expect(ids({ search: 'reset' })).toEqual(['3'])
    expect(ids({ from: T + 5, to: T + 9 })).toEqual(['2'])
    expect(ids({ action: 'Authorize', stationId: 7, direction: OUT })).toEqual([])
  })

  it('is paged from the newest back, and read in parts from the oldest on', () => {
    open()
    store(Array.from({ length: 25 }, (_, index): Note => [IN, call(`${index}`)]))
    const page = log.answer('find', { filter: {}, before: 11, limit: 3 })
    expect(page.map(({ id }) => id)).toEqual([10, 9, 8])
    const part = (after: number) =>
      log.answer('part', { filter: {}, after, upTo: 24, newest: 5, limit: 3 }).map(({ id }) => id)
    expect(part(0)).toEqual([20, 21, 22])
    expect(part(22)).toEqual([23, 24])
    expect(part(24)).toEqual([])
  })

  it('since a frame is the newest, the number of others, and what was answered', () => {
    open()
    store([[OUT, call('open')]])
    store([...Array.from({ length: 10 }, (_, index): Note => [IN, call(`${index}`)]), [IN, result('open'), T + 1]])
    const since = log.answer('since', { filter: {}, after: 1, limit: 4, open: [1] })
    expect(since.frames.map(({ id }) => id)).toEqual([12, 11, 10, 9])
    expect(since.skipped).toBe(7)
    expect(since.settled).toMatchObject([{ id: 1, latency_ms: 1 }])
  })
})
