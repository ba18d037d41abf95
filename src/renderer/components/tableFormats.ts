import type { TableFormat } from '@shared/contract/ledger'

/** What programs read: the same in every country. */
export const PLAIN_FORMAT: TableFormat = { separator: 'comma', decimal: 'point', bom: false }

/**
 * What Excel opens rightly on a computer with this locale: where the decimal sign is a comma, fields are separated by
 * semicolons, and a number with a point would be read as a thousand times as much.
 */
export function excelFormat(locale: string): TableFormat {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  const isComma = parts.some(({ type, value }) => type === 'decimal' && value === ',')
  return { separator: isComma ? 'semicolon' : 'comma', decimal: isComma ? 'comma' : 'point', bom: true }
}
