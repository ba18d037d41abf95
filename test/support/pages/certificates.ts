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

  /** What will happen before the certificate of a station ends. */
  planOf(identity: string): Locator {
    return this.#page.getByRole('list', { name: 'What ends when' }).getByRole('listitem').filter({ hasText: identity })
  }

  /** The certificate of a station by itself. */
  async open(identity: string): Promise<Locator> {
    await this.issuedTo(identity).click()
    return this.#page.getByRole('dialog', { name: identity })
  }

  /** Chooses why, in the certificate that is open, and revokes it. */
  async revoke(reason: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Revoke…' }).click()
    await this.#page.getByRole('combobox', { name: 'Reason' }).click()
    await this.#page.getByRole('option', { name: reason }).click()
    await this.#page.getByRole('button', { name: 'Revoke certificate' }).click()
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
