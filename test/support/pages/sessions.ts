import type { Locator, Page } from 'playwright-core'

/** What runs, and what has run. */
export class SessionsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The running session at a station. */
  running(identity: string): Locator {
    return this.#page
      .getByRole('list', { name: /running$/ })
      .getByRole('link')
      .filter({ hasText: identity })
  }

  /** What a station delivered in the time that is looked at, under “Energy over time”. */
  share(identity: string): Locator {
    return this.#page
      .getByRole('list', { name: 'Stations by what they delivered' })
      .getByRole('listitem')
      .filter({ hasText: identity })
  }

  /** Its rows in the ledger, newest first. */
  ledger(identity: string): Locator {
    return this.#page.getByRole('grid').getByRole('row').filter({ hasText: identity })
  }
}
