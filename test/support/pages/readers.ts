import type { Locator, Page } from 'playwright-core'

/** The readers at the desk: their state in the strip, the drawer about them, and the box of new cards. */
export class Readers {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The state in the strip. */
  state(words: string): Locator {
    return this.#page.getByRole('button', { name: `Desk reader: ${words}` })
  }

  /** What the state means, after a click on it. */
  get explained(): Locator {
    return this.#page.getByRole('dialog', { name: 'Readers at the desk' })
  }

  get drawer(): Locator {
    return this.#page.getByRole('dialog', { name: 'Readers and card numbers' })
  }

  get box(): Locator {
    return this.#page.getByRole('dialog', { name: 'Enrol card after card' })
  }

  /**
   * Types as a keyboard reader does, 15 ms a key and Enter, until `seen` is there: on a machine that is busy a key may be
   * held back for so long that nothing is taken for a card, and then a person holds it to the reader again.
   */
  async scan(text: string, seen: Locator): Promise<void> {
    for (let times = 0; times < 5; times++) {
      await this.#page.keyboard.type(`${text}\n`, { delay: 15 })
      const came = await seen.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      )
      if (came) return
    }
    await seen.waitFor()
  }
}
