/** Which page of a long list is shown, and the cursors of all pages up to the one after it. */
export interface CursorPages {
  readonly index: number
  /** Cursor of page 0, 1, 2 …; page 0 has none. */
  readonly cursors: readonly (number | null)[]
}

export const FIRST_PAGE: CursorPages = { index: 0, cursors: [null] }

/**
 * Goes to page `wanted`. Pages are known one after the other: from the last known page one step forward is possible
 * when it has a `next`. What can't be reached leaves everything as it is.
 */
export function goToPage(pages: CursorPages, wanted: number, next: number | null): CursorPages {
  if (wanted === pages.index + 1 && next !== null) {
    // The cursor after this page is taken anew: rows may have come in since it was first seen.
    return { index: wanted, cursors: [...pages.cursors.slice(0, wanted), next] }
  }
  if (wanted < 0 || wanted > pages.index) return pages
  return { index: wanted, cursors: pages.cursors.slice(0, wanted + 1) }
}

/** The cursor to ask with; null for the first page. */
export function cursorOf(pages: CursorPages): number | null {
  return pages.cursors[pages.index] ?? null
}
