import type { Tariff } from '@shared/contract/tariffs'
import { changeBetween, dayBegins, type Span, type Zone } from '@shared/zone'
import { sliceAt, weekOf } from './week'

/** A time in which one price holds. */
export interface PriceSpan extends Span {
  /** Null before the first tariff. */
  readonly tariff: Tariff | null
  /** Place of its band in the tariff; null for the price of all other hours. */
  readonly band: number | null
}

/**
 * A period cut wherever another price begins, without a gap. Bands hold by the clock on the wall: in the night in which
 * it is put back an hour counts twice, and in the other one it is missing.
 * @param tariffs in the order of their first days
 */
export function priceSpans(zone: Zone, { from, to }: Span, tariffs: readonly Tariff[]): PriceSpan[] {
  const begins = tariffs.map((tariff) => ({ tariff, at: dayBegins(zone, tariff.fromDay) }))
  const first = begins[0]?.at ?? Number.POSITIVE_INFINITY
  const spans: PriceSpan[] = []
  if (first > from) spans.push({ from, to: Math.min(first, to), tariff: null, band: null })
  for (const [place, { tariff, at }] of begins.entries()) {
    const until = begins[place + 1]?.at ?? Number.POSITIVE_INFINITY
    const own = { from: Math.max(from, at), to: Math.min(to, until) }
    if (own.from < own.to) spans.push(...spansOf(zone, own, tariff))
  }
  return spans
}

function spansOf(zone: Zone, { from, to }: Span, tariff: Tariff): PriceSpan[] {
  const week = weekOf(tariff)
  const spans: PriceSpan[] = []
  for (let at = from; at < to; ) {
    const offset = zone.offsetAt(at)
    const { band, untilLocal } = sliceAt(week, at + offset)
    const end = Math.min(to, untilLocal - offset)
    // Where the clocks are changed before, it is another time of day from then on.
    const until = changeBetween(zone, at, end) ?? end
    const last = spans.at(-1)
    if (last && last.band === band) spans[spans.length - 1] = { ...last, to: until }
    else spans.push({ from: at, to: until, tariff, band })
    at = until
  }
  return spans
}

/** The span that holds at a moment of the period. */
export function spanAt(spans: readonly PriceSpan[], at: number): PriceSpan {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? 0) > at) high = middle
    else low = middle + 1
  }
  const found = spans[low]
  if (!found) throw new Error('a period has at least one price span')
  return found
}
