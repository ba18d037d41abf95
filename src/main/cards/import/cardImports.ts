import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  IMPORT_PROBLEMS_TOLD,
  IMPORT_ROWS_MAX,
  type ImportEvent,
  type ImportedTable,
  type ImportMapping,
  type ImportProblem,
  type TableFault,
} from '@shared/contract/cardImport'
import { AppError } from '@shared/errors'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { ReadDb } from '../../store/handles'
import { deleteUnknownCard, insertCards, numbersEnrolled, unknownCards } from '../../store/queries/cards'
import { appendAudit } from '../../store/queries/events'
import type { Cards } from '../cards'
import { type Enrolment, toFields } from '../enrolment'
import { proposeMapping } from './mapping'
import { readRow } from './readRow'
import { type Delimiter, delimiterOf, readTable, type TableRow } from './readTable'

/** How a table is imported. */
export interface ImportChoice {
  readonly mapping: ImportMapping
  readonly dryRun: boolean
  readonly enrolled: 'problem' | 'skip'
}

export type TableOutcome =
  | ImportedTable
  | { kind: 'no-rows' }
  | { kind: 'too-many-rows'; most: number }
  | { kind: 'not-a-table'; line: number; reason: TableFault }

/** Tables of cards: read, checked row by row, and written as a whole or not at all. */
export interface CardImports {
  begin(name: string): { importId: string }
  /** @returns how many characters have come. @throws AppError UNKNOWN_UPLOAD */
  append(importId: string, text: string): number
  /** @throws AppError UNKNOWN_UPLOAD */
  read(importId: string, delimiter?: Delimiter): Promise<TableOutcome>
  /** @throws AppError UNKNOWN_UPLOAD */
  run(
    actor: string,
    importId: string,
    choice: ImportChoice,
    signal?: AbortSignal,
  ): AsyncGenerator<ImportEvent, void, void>
  /** @returns false when there is none */
  drop(importId: string): boolean
}

export interface CardImportsDeps {
  readonly read: ReadDb
  readonly cards: Pick<Cards, 'writeCards'>
  readonly clock: Clock
  readonly changes: Changes
}

/** Rows that are checked in one turn of the event loop: some milliseconds. */
const ROWS_A_TURN = 500

/** Rows that the screen shows to choose the columns by. */
const SAMPLE_ROWS = 5

interface Table {
  readonly id: string
  readonly name: string
  readonly parts: string[]
  characters: number
  rows: readonly TableRow[]
}

interface Checked {
  readonly good: Enrolment[]
  readonly skipped: number
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
}

export function createCardImports({ read, cards, clock, changes }: CardImportsDeps): CardImports {
  let table: Table | null = null

  const current = (importId: string): Table => {
    if (table?.id !== importId) throw new AppError('UNKNOWN_UPLOAD')
    return table
  }

  async function* check(
    { rows }: Table,
    { mapping, enrolled }: ImportChoice,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ImportEvent, Checked, void> {
    const known = numbersEnrolled(read)
    const seen = new Set<string>()
    const good: Enrolment[] = []
    const problems: ImportProblem[] = []
    let [skipped, problemCount] = [0, 0]
    const tell = (found: readonly ImportProblem[]) => {
      problemCount += found.length
      if (problems.length < IMPORT_PROBLEMS_TOLD) problems.push(...found)
    }
    for (const [place, row] of rows.entries()) {
      if (place % ROWS_A_TURN === 0) {
        yield { kind: 'progress', step: 'checking', done: place, of: rows.length }
        await nextTurn()
        signal?.throwIfAborted()
      }
      const result = readRow(row, mapping)
      const isBad = result.kind === 'bad'
      if (isBad) tell(result.problems)
      const number = isBad ? result.number : result.enrolment
      if (number === null) continue
      const key = `${number.tokenType} ${number.token}`
      const value = number.tokenType === 'KeyCode' ? '' : number.token
      if (seen.has(key)) tell([{ line: row.line, field: 'number', problem: 'twice-in-table', value }])
      else if (known.has(key) && enrolled === 'skip') skipped += isBad ? 0 : 1
      else if (known.has(key)) tell([{ line: row.line, field: 'number', problem: 'already-enrolled', value }])
      else if (!isBad) good.push(result.enrolment)
      seen.add(key)
    }
    return { good, skipped, problems, problemCount }
  }

  const write = async (actor: string, name: string, { good, skipped }: Checked): Promise<ImportEvent> => {
    const at = clock()
    const fields = good.map((enrolment) => toFields(enrolment, at))
    const numbers = new Set(good.map(({ token, tokenType }) => `${tokenType} ${token}`))
    const gone = await cards
      .writeCards((db) => {
        insertCards(db, fields)
        const detail = { cards: good.length, skipped }
        appendAudit(db, { at, actor, action: 'cards-imported', subject: name, detail })
        const answered = unknownCards(db).filter(
          ({ token, token_type }) =>
            numbers.has(`${token_type} ${token}`) ||
            (token_type === '' && good.some((enrolment) => enrolment.token === token)),
        )
        for (const { id } of answered) deleteUnknownCard(db, id)
        return answered.map(({ id }) => id)
      })
      .catch((error) => {
        if (isTwin(error)) return null
        throw error
      })
    if (gone === null) return { kind: 'changed-meanwhile' }
    changes.emit('card', 0)
    changes.emit('audit', 0)
    for (const id of gone) changes.emit('unknownCard', id)
    return { kind: 'imported', cards: good.length, skipped }
  }

  return {
    begin(name) {
      table = { id: randomUUID(), name, parts: [], characters: 0, rows: [] }
      return { importId: table.id }
    },
    append(importId, text) {
      const { parts, ...known } = current(importId)
      parts.push(text)
      table = { ...known, parts, characters: known.characters + text.length }
      return known.characters + text.length
    },
    async read(importId, delimiter) {
      const known = current(importId)
      const text = known.parts.join('')
      const found = await readTable(text, delimiter ?? delimiterOf(text), IMPORT_ROWS_MAX)
      if (found.kind === 'too-many-rows') return { kind: 'too-many-rows', most: IMPORT_ROWS_MAX }
      if (found.kind === 'not-a-table') return found
      current(importId).rows = found.rows
      if (found.rows.length === 0) return { kind: 'no-rows' }
      return {
        kind: 'read',
        delimiter: found.delimiter,
        columns: [...found.columns],
        sample: found.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => [...cells]),
        rows: found.rows.length,
        mapping: proposeMapping(found.columns),
      }
    },
    async *run(actor, importId, choice, signal) {
      const known = current(importId)
      const checked = yield* check(known, choice, signal)
      const { good, skipped, problems, problemCount } = checked
      if (choice.dryRun || problemCount > 0) {
        yield { kind: 'checked', good: good.length, skipped, problems: [...problems], problemCount }
        return
      }
      yield { kind: 'progress', step: 'writing', done: 0, of: good.length }
      signal?.throwIfAborted()
      const outcome = await write(actor, known.name, checked)
      if (outcome.kind === 'imported') table = null
      yield outcome
    },
    drop(importId) {
      if (table?.id !== importId) return false
      table = null
      return true
    },
  }
}

/** Whether a card of this number was enrolled in the meantime. */
function isTwin(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE'
}
