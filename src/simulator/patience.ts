/** Waits for answers as long as there is a link: after its loss one may come hours later, or never. */
export class Patience {
  readonly #isOpen: () => boolean
  readonly #waiting = new Set<() => void>()

  constructor(isOpen: () => boolean) {
    this.#isOpen = isOpen
  }

  /** Null as soon as the link is gone. */
  unlessLost<T>(promise: Promise<T>): Promise<T | null> {
    if (!this.#isOpen()) return Promise.resolve(null)
    return new Promise((resolve) => {
      const gone = () => {
        this.#waiting.delete(gone)
        resolve(null)
      }
      this.#waiting.add(gone)
      void promise.then((value) => {
        this.#waiting.delete(gone)
        resolve(value)
      })
    })
  }

  /** The link is gone. */
  lost(): void {
    for (const tell of [...this.#waiting]) tell()
  }
}
