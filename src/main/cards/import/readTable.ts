import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { DELIMITERS, type TableFault } from '@shared/contract/cardImport'
import { CsvError, parse } from 'csv-parse'

export type Delimiter = (typeof DELIMITERS)[number]

/** A row of a table, and the line of the file on which it ends. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

export type ReadTable =
  | {
      readonly kind: 'table'
      readonly delimiter: Delimiter
      readonly columns: readonly string[]
      readonly rows: TableRow[]
    }
  | { readonly kind: 'too-many-rows' }
  | { readonly kind: 'not-a-table'; readonly line: number; readonly reason: TableFault }

/** Characters that are read in one turn of the event loop: some milliseconds. */
const SLICE = 64 * 1024

/** A first line that tells Excel which sign stands between the cells; other programs write it, and it is no row. */
const TOLD_SIGN = /^\ufeff?"?sep=(.)"?[\r\n]/i

/**
 * The sign between the cells: the one that the file names, or the one that stands most often in the first line outside of quotes. Excel takes the
 * semicolon where the comma is the decimal point.
 */
export function delimiterOf(text: string): Delimiter {
  const told = DELIMITERS.find((sign) => sign === TOLD_SIGN.exec(text)?.[1])
  if (told !== undefined) return told
  const [first = ''] = text.split(/\r\n|\r|\n/, 1)
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).delimiter
}

/** Reads a table, a slice at a time so that others get their turn. Its first line names the columns. */
export async function readTable(
  text: string,
  delimiter: Delimiter,
  most: number,
  signal?: AbortSignal,
): Promise<ReadTable> {
  // No table has one, and hardly any other kind of file is without.
  if (text.includes('\0')) return { kind: 'not-a-table', line: 1, reason: 'no-text' }
  async function* slices() {
    for (let from = 0; from < text.length; ) {
      // Half of a character beyond the basic plane is none.
      const isHalf = /[\ud800-\udbff]/.test(text[from + SLICE - 1] ?? '')
      const until = from + SLICE - (isHalf ? 1 : 0)
      yield text.slice(from, until)
      from = until
      signal?.throwIfAborted()
      await nextTurn()
    }
  }
  const parser = Readable.from(slices()).pipe(
    parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      from_line: TOLD_SIGN.test(text) ? 2 : 1,
    }),
  )
  const rows: TableRow[] = []
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // A spreadsheet leaves rows of delimiters behind where something was deleted.
      if (record.every((cell) => cell.trim() === '')) continue
      rows.push({ line: info.lines, cells: record })
      // The names of the columns are no row.
      if (rows.length > most + 1) return { kind: 'too-many-rows' }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    return { kind: 'not-a-table', line, reason: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'stray-quote' }
  }
  const [names] = rows.splice(0, 1)
  return { kind: 'table', delimiter, columns: names?.cells ?? [], rows }
}
