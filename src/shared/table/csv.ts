import type { TableFormat } from '../contract/ledger'

/** A number is written with its decimal places, 0 for whole ones; null is an empty field. */
export type Cell = string | { readonly number: number; readonly places: number } | null

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const

/** Excel, Calc and Sheets take a field that begins so for a formula, quoted or not (CWE-1236). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/** Byte order mark: begins the file where the reader is Excel. */
export const BOM = '\u{feff}'

/**
 * Writes rows as RFC 4180 has them: fields with a separator, a quote or a line break in quotes, quotes doubled, lines
 * ended by CR LF. Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers do not.
 */
export function csvWriter({ separator, decimal }: Pick<TableFormat, 'separator' | 'decimal'>) {
  const sign = SEPARATORS[separator]
  const field = (cell: Cell): string => {
    if (cell === null) return ''
    if (typeof cell !== 'string') {
      const written = cell.number.toFixed(cell.places)
      return quoted(decimal === 'comma' ? written.replace('.', ',') : written)
    }
    return quoted(FORMULA.test(cell) ? `'${cell}` : cell)
  }
  const quoted = (text: string) =>
    text.includes(sign) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return (cells: readonly Cell[]): string => `${cells.map(field).join(sign)}\r\n`
}
