import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TableFormat, TablePart } from '@shared/contract/ledger'
import { type Table, tableText } from '@shared/table/table'

/** Rows that are read and written in one go: a few milliseconds, so that a charger's answer never waits for longer. */
export const ROWS_A_PART = 100

/**
 * A table as text, piece by piece. Between two pieces everybody else has a turn, nothing of the database is held open,
 * and nothing is read before it is asked for. Ends between two pieces when `signal` is aborted.
 */
export async function* tableParts<Row>(
  table: Table<Row>,
  parts: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
  format: TableFormat,
  signal: AbortSignal | undefined,
): AsyncGenerator<TablePart, void, void> {
  for await (const part of tableText(table, parts, format)) {
    // One without text was a long look for the next rows.
    if (part.text !== '') yield part
    await nextTurn()
    if (signal?.aborted) return
  }
}
