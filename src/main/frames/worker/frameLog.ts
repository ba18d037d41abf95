import { all, execute, inRows, one, run, type SqlValue, type WriteDb } from '../../store/handles.ts'
import type { FrameLimits } from '../limits.ts'
import {
  type Batch,
  CLOSED,
  FINDING,
  type Finding,
  type FrameRow,
  IN,
  type LogFacts,
  NUMBERS_A_NOTE,
  OPENED,
  OUT,
  type Questions,
} from '../messages.ts'
import { Exchanges } from './exchanges.ts'
import { findFrames, firstOfNewest, frameById, framesSince, settledFrames, wholeFrames } from './queries.ts'
import { readFrame } from './readFrame.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** Frames that are deleted in one go; a batch can bring more, and then several goes follow. */
const DELETED_AT_ONCE = 500
/** More names than all versions have; a station that invents names does not fill the list. */
const ACTIONS_MAX = 500

const insertFrames = inRows(
  14,
  (rows) =>
    `INSERT INTO frame (id, at, station_id, direction, kind, message_id, action, counterpart, latency_ms, problem,
      detail, length, hidden, text) VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
)
const UPDATE = 'UPDATE frame SET counterpart = ?, latency_ms = ?, problem = ?, detail = ? WHERE id = ?'

/** The stored frames: reads what was noted, links it, writes it, deletes what is too old or too much. */
export class FrameLog {
  readonly #db: WriteDb
  readonly #limits: FrameLimits
  readonly #exchanges: Exchanges
  readonly #actions: Set<string>
  /** Stored rows that have changed since. */
  readonly #changed = new Set<FrameRow>()
  #lastId: number
  #storedId: number
  #frames: number

  constructor(db: WriteDb, limits: FrameLimits) {
    this.#db = db
    this.#limits = limits
    this.#exchanges = new Exchanges(limits, (row) => {
      if (row.id <= this.#storedId) this.#changed.add(row)
    })
    const known = one<{ last: number | null; frames: number }>(
      db,
      'SELECT max(id) AS last, count(*) AS frames FROM frame',
    )
    this.#lastId = known?.last ?? 0
    this.#storedId = this.#lastId
    this.#frames = known?.frames ?? 0
    this.#actions = new Set(all<{ name: string }>(db, 'SELECT name FROM action').map(({ name }) => name))
  }

  get lastId(): number {
    return this.#storedId
  }

  /**
   * Writes a batch in one transaction. @returns the number of frames that are lost because they could not be written,
   * and what the disk said
   */
  store(batch: Batch, now: number): { lost: number; error: unknown } {
    const rows: FrameRow[] = []
    const identities = new Map<number, string>()
    const actions = new Set<string>()
    const { numbers, texts, dropped } = batch
    if (dropped > 0) this.#exchanges.forget(now)
    texts.forEach((text, index) => {
      const first = index * NUMBERS_A_NOTE
      const [what = IN, connection = 0, station = 0, at = 0] = numbers.slice(first, first + NUMBERS_A_NOTE)
      if (what === IN || what === OUT) {
        const { row, error } = this.#toRow(text, what, station, at)
        this.#exchanges.take(connection, row, error)
        if (row.action !== null && !this.#actions.has(row.action)) actions.add(row.action)
        rows.push(row)
      } else if (what === FINDING) this.#exchanges.find(connection, JSON.parse(text) as Finding)
      else if (what === OPENED) identities.set(station, text)
      else if (what === CLOSED) this.#exchanges.close(connection)
    })
    this.#exchanges.lookAfter(now)
    const changed = [...this.#changed]
    this.#changed.clear()
    try {
      if (rows.length > 0 || changed.length > 0 || identities.size > 0) {
        this.#write(() => {
          for (const [id, identity] of identities) this.#keepStation(id, identity)
          for (const name of [...actions].slice(0, Math.max(0, ACTIONS_MAX - this.#actions.size)))
            this.#keepAction(name)
          insertFrames(this.#db, rows.flatMap(columns))
          for (const { counterpart, latency_ms, problem, detail, id } of changed)
            run(this.#db, UPDATE, counterpart, latency_ms, problem, detail, id)
        })
        this.#frames += rows.length
      }
      this.#makeRoom(now)
      return { lost: 0, error: null }
    } catch (error) {
      return { lost: rows.length, error }
    } finally {
      // Numbers are not given twice, also when these frames were lost.
      this.#storedId = this.#lastId
      // The open questions are remembered without their texts.
      for (const row of rows) row.text = ''
    }
  }

  answer<Name extends keyof Questions>(name: Name, input: Questions[Name]['input']): Questions[Name]['output'] {
    return this.#answers[name](input)
  }

  readonly #answers: { [Name in keyof Questions]: (input: Questions[Name]['input']) => Questions[Name]['output'] } = {
    find: ({ filter, before, limit }) => findFrames(this.#db, filter, before, limit),
    since: ({ filter, after, limit, open }) => ({
      ...framesSince(this.#db, filter, after, limit),
      settled: settledFrames(this.#db, open),
    }),
    get: ({ id }) => {
      const frame = frameById(this.#db, id)
      if (!frame) return null
      const { counterpart } = frame
      return { frame, counterpart: counterpart === null ? null : (frameById(this.#db, counterpart) ?? null) }
    },
    part: ({ filter, after, upTo, newest, limit }) => {
      const from = after > 0 ? after + 1 : firstOfNewest(this.#db, filter, upTo, newest)
      return from === null ? [] : wholeFrames(this.#db, filter, from, upTo, limit)
    },
    facts: () => this.#facts(),
    close: () => {
      this.#db.close()
      return null
    },
  }

  #facts(): LogFacts {
    return {
      frames: this.#frames,
      bytes: this.#bytes(),
      since: one<{ at: number }>(this.#db, 'SELECT at FROM frame ORDER BY id LIMIT 1')?.at ?? null,
      lastId: this.#storedId,
      actions: [...this.#actions].sort(),
    }
  }

  #toRow(text: string, direction: FrameRow['direction'], stationId: number, at: number) {
    const { kind, id, action, error, text: shown, hidden } = readFrame(text)
    this.#lastId += 1
    const row: FrameRow = {
      id: this.#lastId,
      at,
      station_id: stationId,
      direction,
      kind,
      message_id: id,
      action,
      counterpart: null,
      latency_ms: null,
      problem: null,
      detail: null,
      length: text.length,
      hidden: hidden ? 1 : 0,
      text: shown.slice(0, this.#limits.frameLength),
    }
    return { row, error }
  }

  #write(work: () => void): void {
    execute(this.#db, 'BEGIN IMMEDIATE')
    try {
      work()
      execute(this.#db, 'COMMIT')
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (this.#db.inTransaction) execute(this.#db, 'ROLLBACK')
      throw error
    }
  }

  #keepStation(id: number, identity: string): void {
    run(
      this.#db,
      'INSERT INTO station (id, identity) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET identity = excluded.identity',
      id,
      identity,
    )
  }

  #keepAction(name: string): void {
    run(this.#db, 'INSERT OR IGNORE INTO action (name) VALUES (?)', name)
    this.#actions.add(name)
  }

  /** Bytes that are in use: pages of deleted frames are used again, and the file does not grow meanwhile. */
  #bytes(): number {
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) =>
      Number(this.#db.pragma(name, { simple: true })),
    )
    return ((pages ?? 0) - (free ?? 0)) * (size ?? 0)
  }

  #makeRoom(now: number): void {
    const oldest = one<{ at: number }>(this.#db, 'SELECT at FROM frame ORDER BY id LIMIT 1')
    if (oldest && oldest.at < now - this.#limits.days * DAY_MS) {
      while (this.#deleteOldest(now - this.#limits.days * DAY_MS) === DELETED_AT_ONCE);
    }
    while (this.#bytes() > this.#limits.bytes && this.#deleteOldest(Number.MAX_SAFE_INTEGER) > 0);
  }

  /** Deletes the oldest frames, as far as they came before `at`. @returns their number */
  #deleteOldest(at: number): number {
    const { changes } = run(
      this.#db,
      'DELETE FROM frame WHERE id IN (SELECT id FROM frame ORDER BY id LIMIT ?) AND at < ?',
      DELETED_AT_ONCE,
      at,
    )
    this.#frames -= changes
    return changes
  }
}

function columns(row: FrameRow): SqlValue[] {
  return [
    row.id,
    row.at,
    row.station_id,
    row.direction,
    row.kind,
    row.message_id,
    row.action,
    row.counterpart,
    row.latency_ms,
    row.problem,
    row.detail,
    row.length,
    row.hidden,
    row.text,
  ]
}
