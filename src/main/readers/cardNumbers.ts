import type { IdToken } from '@shared/ocpp/idToken'

/** Between the numbers of cards as they are stored and as a station writes them, where it was found to differ. */
export interface CardNumbers {
  /**
   * The identifier of the card that a station means, enrolled or not. The same identifier when the station writes
   * numbers as they are stored, when a card is enrolled under just this number, and when it could be several.
   */
  cardFor(stationId: number, token: IdToken): IdToken
  /** How a station writes an identifier: for what is sent to it. */
  numberFor(stationId: number, token: IdToken): IdToken
}
