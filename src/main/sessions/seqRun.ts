/** An unbroken run of places (2.x seqNo) that events have taken, both ends included. */
export interface SeqRun {
  readonly first: number
  readonly last: number
}

/** Where an event's place lies: inside the run, at one of its ends (which makes it longer), or apart from it. */
export type Placing =
  | { readonly kind: 'inside' }
  | { readonly kind: 'next'; readonly run: SeqRun }
  | { readonly kind: 'apart' }

/**
 * Finds an event's place. Stations count without gaps, so nearly every event is the
 * next one: who knows the run knows without a search that no other event can have taken its place.
 */
export function placing(run: SeqRun | null, seqNo: number): Placing {
  if (!run) return { kind: 'next', run: { first: seqNo, last: seqNo } }
  if (seqNo === run.last + 1) return { kind: 'next', run: { first: run.first, last: seqNo } }
  if (seqNo === run.first - 1) return { kind: 'next', run: { first: seqNo, last: run.last } }
  return seqNo >= run.first && seqNo <= run.last ? { kind: 'inside' } : { kind: 'apart' }
}

/** Most gaps that are told. */
export const GAPS_TOLD = 20

/**
 * The places between others that no event took, in their order. @param run the unbroken run of places
 * @param apart places that are taken apart from it, in their order
 */
export function missingPlaces(run: SeqRun | null, apart: readonly number[]): { from: number; to: number }[] {
  if (!run) return []
  const runs = [...apart.map((place) => ({ first: place, last: place })), run].sort((a, b) => a.first - b.first)
  return runs
    .flatMap(({ first }, index) => {
      const before = runs[index - 1]
      return before && first > before.last + 1 ? [{ from: before.last + 1, to: first - 1 }] : []
    })
    .slice(0, GAPS_TOLD)
}
