import type { AxisValueFormatterContext } from '@mui/x-charts/models'
import { numberFormat } from '@renderer/i18n/format/intl'

/** About so many marks stand beside an axis of values. */
export const TICKS = 4

/** Decimal places by which evenly spaced marks are told apart, once they are divided by `divisor`. */
export function tickPlaces([first, second]: readonly number[], divisor: number): number {
  if (first === undefined || second === undefined) return 0
  // The steps are 1, 2 or 5 times a power of ten; arithmetic leaves some of them a hair below.
  return Math.max(0, -Math.floor(Math.log10((second - first) / divisor) + 1e-9))
}

/**
 * A mark beside an axis, with as many decimal places as its neighbours: the library measures the outermost ones alone to
 * leave them room, and 0.04 is wider than 0 and 0.1.
 */
export function tickText(value: number, marks: readonly number[], divisor: number, locale: string): string {
  const places = tickPlaces(marks, divisor)
  return numberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }).format(value / divisor)
}

/** Words for the values of an axis that shows them divided by `divisor`: its marks alike, what is pointed at by itself. */
export function axisWords(divisor: number, locale: string) {
  return (value: number, context: AxisValueFormatterContext) => {
    const marks = context.location === 'tick' && 'ticks' in context.scale ? context.scale.ticks(TICKS) : []
    return tickText(value, marks.map(Number), divisor, locale)
  }
}
