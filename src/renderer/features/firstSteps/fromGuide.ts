/** Put behind the address of a page that a step leads to: from there it goes back to the first steps. */
export const FROM_GUIDE = 'then=first-steps'

/** Whether the first steps led here. */
export function isFromGuide(search: URLSearchParams): boolean {
  return search.get('then') === 'first-steps'
}
