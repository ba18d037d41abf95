import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import { nameOrder } from '@renderer/i18n/format/intl'
import type { ReportLine } from '@shared/contract/reports'

/** Narrows the lines of a report to those with a text in what they are called. */
export const LINE_FILTER: ListFilterSpec<{ search: string }> = { widest: { search: '' }, typed: ['search'] }

/** What of a line its rows can be put in order by. */
export type LineValue = (line: ReportLine) => string | number

/** The lines that have `search` in one of their `texts`. */
export function foundLines(
  lines: readonly ReportLine[],
  search: string,
  texts: readonly ((line: ReportLine) => string)[],
): readonly ReportLine[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return lines
  return lines.filter((line) => texts.some((text) => text(line).toLowerCase().includes(wanted)))
}

/** The lines by a value of theirs, names in the order of a language; those of the same value stay as they were. */
export function orderedLines(
  lines: readonly ReportLine[],
  value: LineValue,
  direction: 'ascending' | 'descending',
  language: string,
): readonly ReportLine[] {
  const byName = nameOrder(language)
  const sign = direction === 'ascending' ? 1 : -1
  const compare = (one: string | number, other: string | number) =>
    typeof one === 'number' && typeof other === 'number' ? one - other : byName(String(one), String(other))
  return lines.toSorted((one, other) => sign * compare(value(one), value(other)))
}
