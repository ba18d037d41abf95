import { tokenLength } from '@shared/ocpp/idToken'

/** Longest identifier of 1.6 (CiString20Type). */
const ID_TAG_MAX_LENGTH = 20

/** Whether a card's number can be said in 1.6: enrolled ones may be longer, for stations of other versions. */
export function fitsIdTag(token: string): boolean {
  return tokenLength(token) <= ID_TAG_MAX_LENGTH
}
