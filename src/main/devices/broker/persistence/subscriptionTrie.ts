/** A subscription with the client it belongs to. */
export interface Subscriber {
  readonly clientId: string
  readonly topic: string
}

interface Node<Entry> {
  readonly below: Map<string, Node<Entry>>
  /** By client. */
  readonly entries: Map<string, Entry>
}

const newNode = <Entry>(): Node<Entry> => ({ below: new Map(), entries: new Map() })

/** Subscriptions by their filters, level by level: finding those of a topic costs as much as the topic has levels. */
export class SubscriptionTrie<Entry extends Subscriber> {
  readonly #root = newNode<Entry>()
  #size = 0

  get size(): number {
    return this.#size
  }

  /** A client has at most one for a filter: the newest. */
  set(entry: Entry): void {
    let node = this.#root
    for (const level of entry.topic.split('/')) {
      let next = node.below.get(level)
      if (!next) {
        next = newNode()
        node.below.set(level, next)
      }
      node = next
    }
    if (!node.entries.has(entry.clientId)) this.#size += 1
    node.entries.set(entry.clientId, entry)
  }

  delete(clientId: string, topic: string): void {
    const path: [Node<Entry>, string][] = []
    let node = this.#root
    for (const level of topic.split('/')) {
      const next = node.below.get(level)
      if (!next) return
      path.push([node, level])
      node = next
    }
    if (!node.entries.delete(clientId)) return
    this.#size -= 1
    for (const [parent, level] of path.reverse()) {
      const child = parent.below.get(level)
      if (!child || child.entries.size > 0 || child.below.size > 0) return
      parent.below.delete(level)
    }
  }

  /** All whose filter matches the topic. */
  match(topic: string): Entry[] {
    const found: Entry[] = []
    this.#collect(this.#root, topic.split('/'), 0, found)
    return found
  }

  #collect(node: Node<Entry>, levels: readonly string[], place: number, found: Entry[]): void {
    const level = levels[place]
    // [MQTT-4.7.2-1]: what begins with `$` is not matched by a wildcard in the first place.
    const wild = place > 0 || !level?.startsWith('$')
    if (wild) found.push(...(node.below.get('#')?.entries.values() ?? []))
    if (level === undefined) {
      found.push(...node.entries.values())
      return
    }
    const plus = wild ? node.below.get('+') : undefined
    if (plus) this.#collect(plus, levels, place + 1, found)
    const same = node.below.get(level)
    if (same) this.#collect(same, levels, place + 1, found)
  }
}
