/** Characters that are gathered before they are handed to the browser, which keeps large Blobs on disk. */
const HANDED_OVER_AT = 4_000_000

/** A text file that is written piece by piece without keeping it in the page's own memory. */
export class GrowingFile {
  #blobs: Blob[] = []
  #texts: string[] = []
  #length = 0

  add(text: string) {
    this.#texts.push(text)
    this.#length += text.length
    if (this.#length >= HANDED_OVER_AT) this.#handOver()
  }

  /** Everything that was added, as one file. */
  finish(type: string): Blob {
    this.#handOver()
    return new Blob(this.#blobs, { type })
  }

  #handOver() {
    if (this.#texts.length > 0) this.#blobs.push(new Blob(this.#texts))
    this.#texts = []
    this.#length = 0
  }
}
