/** What bounds the keeping of lists, by name. */
export interface LocalListLimits {
  /** How long changes of cards are gathered before lists are sent, in milliseconds. */
  readonly gatherMs: number
  /** After what time a list that a station did not take is tried again, in milliseconds. */
  readonly retryMs: number
  /** After what time a station that did not say whether it keeps lists is asked again, in milliseconds. */
  readonly askAgainMs: number
  /** Entries for a station that has not told how many it takes; more are found out by its refusal. */
  readonly entriesMost: number
  /** Entries of one message to a station that has not told how many it takes. */
  readonly perMessage: number
  /** Left-out cards that are named. */
  readonly leftOutNamed: number
}

export const LOCAL_LIST_LIMITS: LocalListLimits = {
  gatherMs: 3_000,
  retryMs: 15 * 60_000,
  askAgainMs: 24 * 60 * 60_000,
  entriesMost: 10_000,
  perMessage: 20,
  leftOutNamed: 50,
}
