import type { Locator, Page } from 'playwright-core'

/** The page of one station: its tabs, its commands and its configuration. */
export class StationPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  tab(name: string): Locator {
    return this.#page.getByRole('tab', { name, exact: true })
  }

  /** Opens a tab from the drawer that is open. */
  async enter(identity: string, tab: string): Promise<void> {
    await this.#page
      .getByRole('dialog', { name: identity, exact: true })
      .getByRole('link', { name: tab, exact: true })
      .click()
    await this.#page.getByRole('heading', { level: 1, name: identity, exact: true }).waitFor()
  }

  async goTo(tab: string): Promise<void> {
    await this.tab(tab).click()
    await this.#page.getByRole('tabpanel', { name: tab, exact: true }).waitFor()
  }

  /** The form of a command, chosen in the list. */
  async command(name: string): Promise<Locator> {
    await this.#page
      .getByRole('navigation', { name: /^Commands to/ })
      .getByRole('link', { name, exact: true })
      .click()
    const form = this.#page.getByRole('form', { name, exact: true })
    await form.waitFor()
    return form
  }

  /** Chooses an entry of a field with choices: an EVSE, a card, a session. */
  async choose(form: Locator, field: string | RegExp, option: string | RegExp): Promise<void> {
    await form.getByRole('combobox', { name: field }).click()
    await this.#page.getByRole('option', { name: option }).click()
  }

  /** A command in the list of what was sent, the newest of this name. */
  sent(name: string): Locator {
    return this.#page
      .getByRole('list', { name: 'What was sent' })
      .getByRole('listitem')
      .filter({ hasText: name })
      .first()
  }

  /** A row of the configuration. */
  variable(name: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: name })
  }
}
