import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'

/** The site's authority and what it issued. */
export class CertificatesPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get privateKeys(): Locator {
    return this.#page.getByRole('region', { name: 'Private keys' })
  }

  issuedTo(identity: string): Locator {
    return this.#page.getByRole('grid').getByRole('row').filter({ hasText: identity })
  }

  /** What comes of “Save root certificate”: the file's name and its text. */
  saveRoot() {
    return this.#save('Save root certificate')
  }

  /** The issuing CA and the root in one file. */
  saveChain() {
    return this.#save('Save chain (issuing and root)')
  }

  async #save(button: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.#page.getByRole('button', { name: button }).click(),
    ])
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}
