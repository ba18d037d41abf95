/**
 * Ways in which stations depart from their specification that harm nobody: each has a name, is accepted unless the
 * station is held to the letter, and is noted on the station's page. The console's words for them are `quirks.<name>`.
 */
export const QUIRKS = [
  // In the content of messages.
  'extra-field',
  'null-field',
  'empty-list',
  'number-as-text',
  'text-as-number',
  'truth-as-text',
  'fraction',
  'many-decimals',
  'letter-case',
  'celcius',
  'unknown-choice',
  'unknown-reading',
  'time-without-zone',
  'long-text',
  'missing-time',
  'missing-field',
  'stream-times',
  // In how messages are exchanged.
  'extra-frame-parts',
  'action-spelling',
  'error-spelling',
  'long-message-id',
  'calls-in-advance',
  'no-boot',
  'transaction-minus-one',
] as const
export type Quirk = (typeof QUIRKS)[number]

/** Departures that are met when it is too late to refuse them. */
export const NOTED_ONLY: readonly Quirk[] = [
  'error-spelling',
  'long-message-id',
  'calls-in-advance',
  'transaction-minus-one',
]
