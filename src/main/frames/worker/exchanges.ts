import type { FrameLimits } from '../limits.ts'
import { type Finding, type FrameRow, IN, OUT } from '../messages.ts'

/** How many answered questions are remembered, so that a refused answer (2.1 CALLRESULTERROR) finds its question. */
const REMEMBERED_ANSWERS = 20
/** How many times longer than `noAnswerMs` a late answer still finds its question. */
const LATE = 10

type Direction = FrameRow['direction']

interface Connection {
  /** Open questions by message id, of each direction, oldest first. */
  readonly open: Readonly<Record<Direction, Map<string, FrameRow>>>
  readonly answered: FrameRow[]
  newestIn: FrameRow | null
}

/**
 * Links answers to questions, within one connection and by message id, and says what came of each. Frames are changed
 * in place; the ones that had been stored before are told to `changed`.
 */
export class Exchanges {
  readonly #connections = new Map<number, Connection>()
  readonly #limits: Pick<FrameLimits, 'slowMs' | 'noAnswerMs' | 'openQuestions'>
  readonly #changed: (row: FrameRow) => void
  /** Until then an answer without its question says nothing. */
  #lossyUntil = 0

  constructor(limits: Pick<FrameLimits, 'slowMs' | 'noAnswerMs' | 'openQuestions'>, changed: (row: FrameRow) => void) {
    this.#limits = limits
    this.#changed = changed
  }

  /** Takes the next frame of a connection. */
  take(number: number, row: FrameRow, error: string | null): void {
    const connection = this.#of(number)
    if (row.direction === IN) connection.newestIn = row
    const { message_id: id } = row
    switch (row.kind) {
      case 'call':
        if (id !== null) this.#ask(connection, id, row)
        break
      case 'result':
      case 'error':
        this.#answer(connection, row, error)
        break
      case 'result-error': {
        const question = connection.answered.find((each) => each.message_id === id && each.direction === row.direction)
        row.action = question?.action ?? null
        row.counterpart = question?.id ?? null
        this.#mark(row, 'refused', error)
        if (question) this.#mark(question, 'refused', error)
        break
      }
      case 'unreadable':
        this.#mark(row, 'invalid', null)
        break
      case 'send':
        break
    }
  }

  /** What the program found wrong with the newest frame that came in, or with the question of this id. */
  find(number: number, { problem, detail, id }: Finding): void {
    const { open, newestIn } = this.#of(number)
    const row = newestIn?.message_id === id || id === null ? newestIn : (open[IN].get(id) ?? null)
    if (row) this.#mark(row, problem, detail)
  }

  /** The connection is gone: what is open on it stays unanswered. */
  close(number: number): void {
    const connection = this.#connections.get(number)
    if (!connection) return
    for (const rows of Object.values(connection.open)) {
      for (const row of rows.values()) this.#mark(row, row.problem ?? 'no-answer', row.detail)
    }
    this.#connections.delete(number)
  }

  /** Frames are missing: what is open may have been answered by one of them, and answers may have lost their question. */
  forget(now: number): void {
    this.#lossyUntil = now + LATE * this.#limits.noAnswerMs
    for (const { open } of this.#connections.values()) for (const rows of Object.values(open)) rows.clear()
  }

  /** Marks what has waited for too long at `now`. */
  lookAfter(now: number): void {
    const { noAnswerMs } = this.#limits
    for (const { open } of this.#connections.values()) {
      for (const rows of Object.values(open)) {
        for (const [id, row] of rows) {
          // In the order of their time: the first that is young enough ends the walk.
          if (now - row.at < noAnswerMs) break
          if (row.problem === null) this.#mark(row, 'no-answer', null)
          if (now - row.at >= LATE * noAnswerMs) rows.delete(id)
        }
      }
    }
  }

  #of(number: number): Connection {
    let connection = this.#connections.get(number)
    if (!connection) {
      connection = { open: { [IN]: new Map(), [OUT]: new Map() }, answered: [], newestIn: null }
      this.#connections.set(number, connection)
    }
    return connection
  }

  #ask({ open }: Connection, id: string, row: FrameRow): void {
    const rows = open[row.direction]
    rows.delete(id)
    rows.set(id, row)
    if (rows.size <= this.#limits.openQuestions) return
    const [oldest] = rows.keys()
    if (oldest !== undefined) rows.delete(oldest)
  }

  #answer({ open, answered }: Connection, row: FrameRow, error: string | null): void {
    const { message_id: id } = row
    const rows = open[row.direction === IN ? OUT : IN]
    const question = id === null ? undefined : rows.get(id)
    if (row.kind === 'error') this.#mark(row, 'refused', error)
    if (!question || id === null) {
      // An error with the id "-1" or one that could not be read answers a frame that is marked itself.
      if (row.kind === 'result' && row.at >= this.#lossyUntil) this.#mark(row, 'unexpected', null)
      return
    }
    rows.delete(id)
    answered.push(question)
    if (answered.length > REMEMBERED_ANSWERS) answered.shift()
    const latency = Math.max(0, row.at - question.at)
    row.action = question.action
    row.counterpart = question.id
    row.latency_ms = latency
    question.counterpart = row.id
    question.latency_ms = latency
    if (row.kind === 'error') this.#mark(question, 'refused', error)
    else if (latency >= this.#limits.slowMs) this.#mark(question, 'slow', null)
    else {
      if (question.problem === 'no-answer') question.problem = null
      this.#changed(question)
    }
  }

  #mark(row: FrameRow, problem: FrameRow['problem'], detail: string | null): void {
    row.problem = problem
    row.detail = detail
    this.#changed(row)
  }
}
