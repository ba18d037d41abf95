import type { Locator, Page } from 'playwright-core'

/** The page one looks at. */
export class OverviewPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The address that is to be typed into the first charger; it ends with a name for it. */
  async chargerUrl(): Promise<string> {
    const address = this.#page.getByText(/^ws:\/\/\S+\/CP_1$/).first()
    return (await address.innerText()).trim()
  }

  /** The list of what waits for a person. */
  get waiting(): Locator {
    return this.#page.getByRole('region', { name: 'Waiting for you' })
  }

  /** One row of it. */
  decision(text: string | RegExp): Locator {
    return this.waiting.getByRole('listitem').filter({ hasText: text })
  }

  tile(identity: string): Locator {
    return this.#page.getByRole('article', { name: identity, exact: true })
  }

  admit(identity: string): Locator {
    return this.#page.getByRole('button', { name: `Admit station ${identity}`, exact: true })
  }

  refuse(identity: string): Locator {
    return this.#page.getByRole('button', { name: `Refuse station ${identity}`, exact: true })
  }
}
