import type { Locator, Page } from 'playwright-core'

/** What stations reported, what cards were answered, what people changed. */
export class EventsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async show(tab: 'Security events' | 'Card decisions' | 'Changes'): Promise<void> {
    await this.#page.getByRole('tab', { name: tab }).click()
    await this.#page.getByRole('tabpanel', { name: tab }).waitFor()
  }

  /** Rows that hold all these texts. */
  row(...texts: readonly string[]): Locator {
    return texts.reduce((row, text) => row.filter({ hasText: text }), this.#page.getByRole('grid').getByRole('row'))
  }
}
