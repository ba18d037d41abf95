import type { Locator, Page } from 'playwright-core'

/** The request desk. */
export class RequestsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get queue(): Locator {
    return this.#page.getByRole('navigation', { name: 'Queue of certificate requests' })
  }

  /** The row of a station in the queue. */
  inQueue(identity: string): Locator {
    return this.queue.getByRole('link').filter({ hasText: identity })
  }

  /** The case that lies open. */
  case(identity: string): Locator {
    return this.#page
      .getByRole('article')
      .filter({ has: this.#page.getByRole('heading', { level: 2, name: new RegExp(identity) }) })
  }

  /** A finding of the open case, by its sentence. */
  finding(sentence: string): Locator {
    return this.#page.getByRole('article').getByRole('listitem').filter({ hasText: sentence })
  }

  async open(identity: string): Promise<Locator> {
    await this.inQueue(identity).click()
    const open = this.case(identity)
    await open.waitFor()
    return open
  }

  get approve(): Locator {
    return this.#page.getByRole('button', { name: 'Approve request' })
  }

  get reject(): Locator {
    return this.#page.getByRole('button', { name: 'Reject request' })
  }

  get approveReason(): Locator {
    return this.#page.getByRole('textbox', { name: 'Reason for approving' })
  }

  get rejectReason(): Locator {
    return this.#page.getByRole('textbox', { name: 'Reason for rejecting' })
  }

  get sendNow(): Locator {
    return this.#page.getByRole('button', { name: 'Send now' })
  }

  get undoApproval(): Locator {
    return this.#page.getByRole('button', { name: 'Undo approval' })
  }

  async showHistory(): Promise<void> {
    await this.#page.getByRole('button', { name: 'History' }).click()
  }
}
