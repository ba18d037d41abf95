/** A filter that somebody has given a name. */
export interface SavedFilter {
  readonly name: string
  /** As it stands in the address, with its question mark. */
  readonly search: string
}

/** More are kept of no list: nobody finds anything among them. */
export const SAVED_MAX = 30
/** Longest name, in characters. */
export const NAME_MAX_LENGTH = 60

/** What was kept of an earlier time, as far as it is that. */
export function readSavedFilters(kept: unknown): readonly SavedFilter[] {
  if (!Array.isArray(kept)) return []
  const filters = kept.flatMap((each: unknown): SavedFilter[] => {
    if (typeof each !== 'object' || each === null || !('name' in each) || !('search' in each)) return []
    const { name, search } = each
    return typeof name === 'string' && name !== '' && typeof search === 'string' ? [{ name, search }] : []
  })
  return filters.slice(0, SAVED_MAX)
}

const named = (name: string) => name.trim().slice(0, NAME_MAX_LENGTH)

/** With one more, by name; one that is called so already is it from now on. */
export function withFilter(filters: readonly SavedFilter[], name: string, search: string): readonly SavedFilter[] {
  const saved = { name: named(name), search }
  if (saved.name === '') return filters
  return inOrder([...withoutFilter(filters, saved.name), saved]).slice(0, SAVED_MAX)
}

/** Without the one of this name. */
export const withoutFilter = (filters: readonly SavedFilter[], name: string): readonly SavedFilter[] =>
  filters.filter((each) => each.name !== name)

/** With another name for one of them; the name of another is not taken from it. */
export function renamedFilter(filters: readonly SavedFilter[], name: string, wanted: string): readonly SavedFilter[] {
  const next = named(wanted)
  if (next === '' || filters.some((each) => each.name === next)) return filters
  return inOrder(filters.map((each) => (each.name === name ? { ...each, name: next } : each)))
}

const inOrder = (filters: readonly SavedFilter[]) =>
  filters.toSorted((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }))
