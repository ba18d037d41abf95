import type { Download, Locator, Page } from 'playwright-core'

/** The frames of the chargers, on their page and on a station's. */
export class LogPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Rows that hold all these texts. */
  row(...texts: readonly string[]): Locator {
    return texts.reduce((row, text) => row.filter({ hasText: text }), this.#page.getByRole('grid').getByRole('row'))
  }

  async search(text: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: 'Search in frames' }).fill(text)
  }

  async onlyProblems(): Promise<void> {
    await this.#page.getByRole('checkbox', { name: 'Only problems' }).click()
  }

  async pause(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Pause' }).click()
    await this.#page.getByText('Paused', { exact: true }).waitFor()
  }

  async follow(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Follow newest' }).click()
    await this.#page.getByText('Following', { exact: true }).waitFor()
  }

  /** The frame that is open; its title is the message. */
  drawer(title: string): Locator {
    return this.#page.getByRole('dialog', { name: title })
  }

  /** Saves the frames that are found as a table. */
  async saveTable(): Promise<Download> {
    await this.#page.getByRole('button', { name: 'Export', exact: true }).click()
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.#page.getByRole('menuitem', { name: 'For other programs (CSV)' }).click(),
    ])
    return download
  }

  /** Saves a support bundle. */
  async saveBundle(hideCards: boolean): Promise<Download> {
    await this.#page.getByRole('button', { name: 'Support bundle' }).click()
    const dialog = this.#page.getByRole('dialog', { name: 'Save a support bundle' })
    if (hideCards) await dialog.getByRole('checkbox').click()
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save bundle' }).click(),
    ])
    await dialog.waitFor({ state: 'detached' })
    return download
  }
}
