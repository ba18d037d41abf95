/** A stretch of time that is shown, in milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The least that is shown of a picture, as a share of the whole. */
const LEAST_SHARE = 1 / 64

const lengthOf = ({ from, to }: Span) => to - from

/** As much of `wanted` as lies in the whole; of the same length where that fits. */
function within({ from, to }: Span, whole: Span): Span {
  if (to - from >= lengthOf(whole)) return whole
  const shift = Math.max(0, whole.from - from) - Math.max(0, to - whole.to)
  return { from: from + shift, to: to + shift }
}

/** The middle part of what is shown, half as long; `factor` 2 is the other way. */
export function zoomed(shown: Span, whole: Span, factor: number): Span {
  const middle = (shown.from + shown.to) / 2
  const half = Math.max(lengthOf(shown) * factor, lengthOf(whole) * LEAST_SHARE) / 2
  return within({ from: middle - half, to: middle + half }, whole)
}

/** What lies beside what is shown: half of its length later, or earlier with -1. */
export function moved(shown: Span, whole: Span, direction: 1 | -1): Span {
  const by = (direction * lengthOf(shown)) / 2
  return within({ from: shown.from + by, to: shown.to + by }, whole)
}

/** The stretch between two moments that somebody marked; null when it is too short to have been meant. */
export function marked(one: number, other: number, whole: Span): Span | null {
  const [from, to] = [Math.max(Math.min(one, other), whole.from), Math.min(Math.max(one, other), whole.to)]
  return to - from < lengthOf(whole) * LEAST_SHARE ? null : { from, to }
}

/** Whether less than the whole is shown. */
export const isPart = (shown: Span, whole: Span) => shown.from > whole.from || shown.to < whole.to
