/**
 * Where something stands among others of its kind: compared by its first part, then its second, then its third. An
 * object and no array: two are made for every comparison, and V8 copies an array that holds more than numbers.
 */
export interface Place {
  readonly first: number | null
  readonly next: number | null
  readonly last: number | string | null
}

/** Whether `a` comes before `b`; a part that is not known comes before all others. */
export function earlier(a: Place, b: Place): boolean {
  if (a.first !== b.first) return below(a.first, b.first)
  if (a.next !== b.next) return below(a.next, b.next)
  return a.last !== b.last && below(a.last, b.last)
}

function below(a: number | string | null, b: number | string | null): boolean {
  if (a === null || b === null) return a === null && b !== null
  // The parts of one comparison are of one type: the types say so where it is called.
  return a < b
}
