import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TableFormat, TablePart } from '@shared/contract/ledger'
import { BOM, csvWriter } from './csv'
import type { Table } from './sessionTable'

/** Rows that are read and written in one go: a few milliseconds, so that a charger's answer never waits for longer. */
export const ROWS_A_PART = 100

/**
 * A table as text, piece by piece. Between two pieces everybody else has a turn, nothing of the database is held open,
 * and nothing is read before it is asked for: whatever the size of the table, one piece is in memory. Ends between two
 * pieces when `signal` is aborted.
 */
export async function* tableParts<Row>(
  { header, cells }: Table<Row>,
  parts: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
  format: TableFormat,
  signal: AbortSignal | undefined,
): AsyncGenerator<TablePart, void, void> {
  const line = csvWriter(format)
  let rows = 0
  let text = `${format.bom ? BOM : ''}${line(header)}`
  for await (const part of parts) {
    for (const row of part) text += line(cells(row))
    rows += part.length
    // A part without rows was a long look for the next ones.
    if (part.length > 0) {
      yield { text, rows }
      text = ''
    }
    await nextTurn()
    if (signal?.aborted) return
  }
  // Without any row the header is still a table.
  if (text !== '') yield { text, rows }
}
