import type { Locator, Page } from 'playwright-core'

/** Firmware and logs. */
export class FilesPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  tab(name: 'Firmware' | 'Logs'): Locator {
    return this.#page.getByRole('tab', { name })
  }

  row(name: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: name })
  }

  drawer(name: string): Locator {
    return this.#page.getByRole('dialog', { name, exact: true })
  }

  /** The form for new firmware, opened. */
  async add(): Promise<Locator> {
    await this.#page.getByRole('link', { name: 'Add firmware' }).click()
    return this.drawer('Add firmware')
  }
}
