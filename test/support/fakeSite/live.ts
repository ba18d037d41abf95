import type { FeedEvent } from '@shared/contract/feed'

/** A value that can be watched: the newest at once, then every change, until the reader breaks off. */
export class LiveValue<Value> {
  #value: Value
  readonly #readers = new Set<() => void>()

  constructor(value: Value) {
    this.#value = value
  }

  get value() {
    return this.#value
  }

  set(value: Value) {
    this.#value = value
    for (const wake of [...this.#readers]) wake()
  }

  async *watch(signal?: AbortSignal): AsyncGenerator<Value> {
    let sent: Value | undefined
    let wake = () => {}
    const onChange = () => wake()
    this.#readers.add(onChange)
    signal?.addEventListener('abort', onChange)
    try {
      while (signal?.aborted !== true) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve
        })
        if (sent !== this.#value) {
          sent = this.#value
          yield sent
        } else await changed
      }
    } finally {
      this.#readers.delete(onChange)
      signal?.removeEventListener('abort', onChange)
    }
  }

  /** How many readers there are, to see that feeds are closed. */
  get readers() {
    return this.#readers.size
  }
}

/** Keyed entries that can be watched as a feed of the contract. */
export class LiveList<Entry extends { readonly id: number }> {
  readonly #entries: LiveValue<ReadonlyMap<number, Entry>>

  constructor(entries: readonly Entry[]) {
    this.#entries = new LiveValue(new Map(entries.map((entry) => [entry.id, entry])))
  }

  get list(): Entry[] {
    return [...this.#entries.value.values()]
  }

  get(id: number) {
    return this.#entries.value.get(id)
  }

  get readers() {
    return this.#entries.readers
  }

  put(entry: Entry) {
    this.#entries.set(new Map(this.#entries.value).set(entry.id, entry))
  }

  remove(id: number) {
    const rest = new Map(this.#entries.value)
    rest.delete(id)
    this.#entries.set(rest)
  }

  async *feed(signal?: AbortSignal): AsyncGenerator<FeedEvent<Entry>> {
    let before: ReadonlyMap<number, Entry> | undefined
    for await (const now of this.#entries.watch(signal)) {
      if (before === undefined) yield { type: 'snapshot', entries: [...now.values()] }
      else {
        const last = before
        yield {
          type: 'changes',
          changed: [...now.values()].filter((entry) => last.get(entry.id) !== entry),
          removed: [...last.keys()].filter((id) => !now.has(id)),
        }
      }
      before = now
    }
  }
}
