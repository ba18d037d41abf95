import { isFromGuide } from '../firstSteps/fromGuide'

/** Who led to the form for a new card, where that is not the list of cards: there it goes back to (`?then=`). */
export type AfterEnrolling = 'first-steps'

/** The page to show once the card is enrolled. */
export function pageAfter(search: URLSearchParams): '/first-steps' | '/cards' {
  return isFromGuide(search) ? '/first-steps' : '/cards'
}
