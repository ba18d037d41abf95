/** A limit from so many seconds after the beginning on, as every version writes it. */
export interface LimitPeriod {
  readonly startPeriod: number
  readonly limit: number
}

/** The first limit and the later ones in the order of their time; of two for the same moment the last one counts. */
export function byOffset(
  limit: number,
  later: readonly { readonly afterSeconds: number; readonly limit: number }[],
): LimitPeriod[] {
  const periods = new Map([[0, limit]])
  for (const { afterSeconds, limit: next } of later) periods.set(afterSeconds, next)
  return [...periods].sort(([a], [b]) => a - b).map(([startPeriod, value]) => ({ startPeriod, limit: value }))
}
