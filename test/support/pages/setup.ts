import type { Locator, Page } from 'playwright-core'

/** The first run. */
export class SetupPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get heading(): Locator {
    return this.#page.getByRole('heading', { level: 1, name: 'Set up your site' })
  }

  get siteName(): Locator {
    return this.#page.getByRole('textbox', { name: 'Name of the site' })
  }

  get organisation(): Locator {
    return this.#page.getByRole('textbox', { name: 'Name of the organisation' })
  }

  async submit(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Set up site' }).click()
  }

  async setUp(siteName: string, organisation: string): Promise<void> {
    await this.siteName.fill(siteName)
    await this.organisation.fill(organisation)
    await this.submit()
  }
}
