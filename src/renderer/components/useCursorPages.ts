import { useState } from 'react'
import { type CursorPages, cursorOf, FIRST_PAGE, goToPage } from './cursorPages'

/** Rows of one page of a grid; its free edition shows at most 100. */
export const PAGE_SIZE = 50

/**
 * Paging through a list of the contract. `filter` names what is being asked for: when it changes, the first page is
 * shown again, because cursors of one search mean nothing in another.
 */
export function useCursorPages(filter: string) {
  const [{ of, pages }, set] = useState<{ of: string; pages: CursorPages }>({ of: filter, pages: FIRST_PAGE })
  const current = of === filter ? pages : FIRST_PAGE
  return {
    index: current.index,
    /** Put this into the question. */
    request: { before: cursorOf(current), limit: PAGE_SIZE },
    goTo: (index: number, next: number | null) => set({ of: filter, pages: goToPage(current, index, next) }),
  }
}
export type Paging = ReturnType<typeof useCursorPages>
