import type { Locator, Page } from 'playwright-core'

/** The list of stations. */
export class StationsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  row(identity: string): Locator {
    return this.#page.getByRole('row').filter({ has: this.link(identity) })
  }

  link(identity: string): Locator {
    return this.#page.getByRole('rowheader').getByRole('link', { name: identity, exact: true })
  }

  drawer(identity: string): Locator {
    return this.#page.getByRole('dialog', { name: identity, exact: true })
  }

  /** Adds a station before it calls. */
  async add(identity: string): Promise<void> {
    await this.#page.getByRole('link', { name: 'Add station' }).click()
    const form = this.#page.getByRole('dialog', { name: 'Add station' })
    await form.getByRole('textbox', { name: 'Identity' }).fill(identity)
    await form.getByRole('button', { name: 'Add station' }).click()
    await this.drawer(identity).waitFor()
    await this.#page.keyboard.press('Escape')
    await this.drawer(identity).waitFor({ state: 'detached' })
  }
}
