import type { TariffTerms } from '@shared/contract/tariffs'
import { DAY_MS } from '@shared/zone'

const MINUTES_A_DAY = 1_440
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY
const MINUTE_MS = 60_000

/** Minutes of the week, Monday 0:00 being 0, in which one price holds. */
export interface WeekSlice {
  readonly fromMinute: number
  readonly untilMinute: number
  /** Place of its band in the tariff; null for the price of all other hours. */
  readonly band: number | null
}

type Bands = Pick<TariffTerms, 'bands'>

/** The hours of each band as minutes of the week, in no order. One that ends before it begins goes on after midnight. */
function hoursOf({ bands }: Bands): WeekSlice[] {
  return bands.flatMap(({ days, fromMinute, untilMinute }, band) =>
    days.flatMap((day) => {
      const from = (day - 1) * MINUTES_A_DAY + fromMinute
      const length = untilMinute > fromMinute ? untilMinute - fromMinute : untilMinute - fromMinute + MINUTES_A_DAY
      const until = from + length
      if (until <= MINUTES_A_WEEK) return [{ fromMinute: from, untilMinute: until, band }]
      // From Sunday night into Monday.
      return [
        { fromMinute: from, untilMinute: MINUTES_A_WEEK, band },
        { fromMinute: 0, untilMinute: until - MINUTES_A_WEEK, band },
      ]
    }),
  )
}

/** Two bands that hold at the same time, by their places in the tariff; null when there are none. */
export function overlapOf(terms: Bands): [number, number] | null {
  const hours = hoursOf(terms).sort((a, b) => a.fromMinute - b.fromMinute)
  for (const [place, slice] of hours.entries()) {
    const next = hours[place + 1]
    if (!next || next.fromMinute >= slice.untilMinute) continue
    const [one, other] = [slice.band ?? 0, next.band ?? 0]
    return [Math.min(one, other), Math.max(one, other)]
  }
  return null
}

/** The whole week, without a gap, in its order. */
export function weekOf(terms: Bands): WeekSlice[] {
  const week: WeekSlice[] = []
  let upTo = 0
  for (const slice of hoursOf(terms).sort((a, b) => a.fromMinute - b.fromMinute)) {
    if (slice.fromMinute > upTo) week.push({ fromMinute: upTo, untilMinute: slice.fromMinute, band: null })
    week.push(slice)
    upTo = slice.untilMinute
  }
  if (upTo < MINUTES_A_WEEK) week.push({ fromMinute: upTo, untilMinute: MINUTES_A_WEEK, band: null })
  return week
}

/** 1970-01-01 was a Thursday: so far into its week, in milliseconds. */
const EPOCH_IN_WEEK_MS = 3 * DAY_MS

/** What holds at a local time, and until which local time at the most. */
export function sliceAt(week: readonly WeekSlice[], local: number): { band: number | null; untilLocal: number } {
  const weekMs = MINUTES_A_WEEK * MINUTE_MS
  const inWeek = (((local + EPOCH_IN_WEEK_MS) % weekMs) + weekMs) % weekMs
  const minute = Math.floor(inWeek / MINUTE_MS)
  const slice = week.find(({ untilMinute }) => minute < untilMinute)
  if (!slice) throw new Error('a week has an end')
  return { band: slice.band, untilLocal: local - inWeek + slice.untilMinute * MINUTE_MS }
}
