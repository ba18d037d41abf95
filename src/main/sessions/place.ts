/** Where something stands among others of its kind: compared by its first part, then its second, then its third. */
export type Place = readonly [first: number | null, then: number | null, last: number | string | null]

/** Whether `a` comes before `b`; a part that is not known comes before all others. */
export function earlier(a: Place, b: Place): boolean {
  if (a[0] !== b[0]) return below(a[0], b[0])
  if (a[1] !== b[1]) return below(a[1], b[1])
  return a[2] !== b[2] && below(a[2], b[2])
}

function below(a: number | string | null, b: number | string | null): boolean {
  if (a === null || b === null) return a === null && b !== null
  // The parts of one comparison are of one type: the types say so where it is called.
  return a < b
}
