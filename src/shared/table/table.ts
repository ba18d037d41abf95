import type { TableFormat, TablePart } from '../contract/ledger'
import { BOM, type Cell, csvWriter } from './csv'

/** The first row, and the cells of each further one. */
export interface Table<Row> {
  readonly header: readonly string[]
  cells(row: Row): Cell[]
}

/** A column's name, for programs as much as for people, and what stands in it. */
interface Column<Row> {
  readonly name: string
  readonly cell: (row: Row) => Cell
}

/** A table of these columns. */
export function table<Row>(columns: readonly Column<Row>[]): Table<Row> {
  return { header: columns.map(({ name }) => name), cells: (row) => columns.map(({ cell }) => cell(row)) }
}

/**
 * A table as text: a piece for each part of its rows, as they come. Nothing is asked for before it is wanted, so one
 * part is in memory, whatever the size of the table.
 */
export async function* tableText<Row>(
  { header, cells }: Table<Row>,
  parts: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
  format: TableFormat,
): AsyncGenerator<TablePart, void, void> {
  const line = csvWriter(format)
  let rows = 0
  let text = `${format.bom ? BOM : ''}${line(header)}`
  for await (const part of parts) {
    for (const row of part) text += line(cells(row))
    rows += part.length
    yield { text, rows }
    text = ''
  }
  // Without any row the header is still a table.
  if (text !== '') yield { text, rows }
}
