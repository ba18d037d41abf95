import type { TapOutcome } from '@shared/contract/readers'
import { ID_TOKEN_TYPES, type IdTokenType } from '@shared/ocpp/idToken'

/** Where a tapped card is opened, or enrolled when it is not known. */
export function tapAddress({ token, tokenType, card }: Extract<TapOutcome, { kind: 'card' }>): string {
  if (card !== null) return `/cards/${card.id}`
  return `/cards/enrol?${new URLSearchParams({ number: token, type: tokenType })}`
}

/** The number that an address of the enrolment form brings along; undefined when it brings none. */
export function tappedIn(search: URLSearchParams): { token: string; tokenType: IdTokenType } | undefined {
  const token = search.get('number')
  if (token === null || token === '') return undefined
  return { token, tokenType: ID_TOKEN_TYPES.find((type) => type === search.get('type')) ?? 'ISO14443' }
}
