import type { Locator, Page } from 'playwright-core'

/** What is typed when a card is enrolled; the number is left as it is when it is not given. */
export interface CardFields {
  readonly number?: string
  readonly holder?: string
  readonly label?: string
}

/** The cards, the form that enrols one, and the drawer of one. */
export class CardsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get enrolForm(): Locator {
    return this.#page.getByRole('dialog', { name: 'Enrol card' })
  }

  drawer(number: string): Locator {
    return this.#page.getByRole('dialog', { name: number, exact: true })
  }

  row(number: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: number })
  }

  async open(number: string): Promise<Locator> {
    await this.row(number).getByRole('link', { name: number }).click()
    const drawer = this.drawer(number)
    await drawer.waitFor()
    return drawer
  }

  /** Fills in the open form and sends it. */
  async enrol({ number, holder, label }: CardFields): Promise<void> {
    const form = this.enrolForm
    if (number !== undefined) await form.getByRole('textbox', { name: 'Card number' }).fill(number)
    if (holder !== undefined) await form.getByRole('textbox', { name: 'Holder' }).fill(holder)
    if (label !== undefined) await form.getByRole('textbox', { name: 'Label' }).fill(label)
    await form.getByRole('button', { name: 'Enrol card' }).click()
    await form.waitFor({ state: 'detached' })
  }

  /** Opens the form, gives a number, lets the caller fill in the rest, and enrols the card. */
  async enrolWith(number: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await this.#page.getByRole('link', { name: 'Enrol card' }).first().click()
    const form = this.enrolForm
    await form.getByRole('textbox', { name: 'Card number' }).fill(number)
    await fill(form)
    await form.getByRole('button', { name: 'Enrol card' }).click()
    await form.waitFor({ state: 'detached' })
  }

  /** Opens the import with a table as its file. */
  async importTable(name: string, text: string): Promise<Locator> {
    await this.#page.getByRole('link', { name: 'Import', exact: true }).click()
    const drawer = this.#page.getByRole('dialog', { name: 'Import cards' })
    await drawer
      .getByLabel('Choose a file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
    return drawer
  }
}
