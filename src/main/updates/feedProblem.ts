import type { Phrase } from '@shared/told'

/** Why a feed tells nothing, in words of the program's own. */
export class FeedProblem extends Error {
  readonly told: Phrase

  constructor(told: Phrase) {
    super(told.text)
    this.told = told
  }
}
