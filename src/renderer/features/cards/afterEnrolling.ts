/** Who led to the form for a new card, where that is not the list of cards: there it goes back to (`?then=`). */
export type AfterEnrolling = 'first-steps'

/** The page to show once the card is enrolled. */
export function pageAfter(search: URLSearchParams): string {
  return search.get('then') === ('first-steps' satisfies AfterEnrolling) ? '/first-steps' : '/cards'
}
