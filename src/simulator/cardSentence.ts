import type { CardOutcome } from './driver'
import { kWh, outcomeWords } from './eventSentence'

/** What came of a card, as a sentence. */
export function cardSentence(outcome: CardOutcome): string {
  switch (outcome.outcome) {
    case 'started':
      return `The card is accepted${outcome.status === null ? '; the server said nothing about it at the start' : ''}`
    case 'stopped':
      return `The card ended the session, ${kWh(outcome.session.energyWh)} kWh`
    case 'refused':
      return `The card is refused: ${outcome.status}`
    case 'not-possible':
      return `The card can't be used now: ${outcome.why}`
    case 'unanswered':
      return `The card was not decided: ${outcomeWords(outcome.answer)}`
  }
}
