/** Longest reason the contract takes for a decision, in characters. */
export const REASON_MAX_LENGTH = 500
