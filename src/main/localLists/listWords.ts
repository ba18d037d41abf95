import type { IdToken } from '@shared/ocpp/idToken'
import type { Protocol } from '@shared/ocpp/station'
import type { ListedCard } from '../cards/listing'

/** One change of a station's list, in the words of its version. */
export interface ListEntry {
  /** By which the version tells entries apart: the number, in 2.x with its type. */
  readonly key: string
  readonly entry: object
}

/** How a version says what a list holds; the CSMS provides it. */
export interface ListWords {
  /** Null when the version has no room for the number. */
  entry(card: ListedCard): ListEntry | null
  /** Takes an entry away: it comes without a verdict (D01.FR.17). Null as for an entry. */
  removal(token: IdToken): ListEntry | null
  /** The same for an entry as it was sent. */
  taken(entry: object): object
  message(version: number, isFull: boolean, entries: readonly object[]): object
}

export type AllListWords = Readonly<Record<Protocol, ListWords>>

/** What stations answer to SendLocalList, in all versions. */
export const LIST_ANSWERS = ['Accepted', 'Failed', 'VersionMismatch', 'NotSupported'] as const
