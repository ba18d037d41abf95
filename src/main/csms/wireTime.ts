/** A moment as every version writes it; undefined, so that it is left out, for none. */
export function wireTime(at: number): string
export function wireTime(at: number | null): string | undefined
export function wireTime(at: number | null): string | undefined {
  return at === null ? undefined : new Date(at).toISOString()
}
