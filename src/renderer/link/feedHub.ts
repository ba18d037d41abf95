import { backOff } from './backOff'
import type { ConsoleClient } from './client'
import { FrameTurns } from './frameTurns'
import { KeyedWatch } from './keyedWatch'
import { LinkLostError } from './linkLost'
import type { LinkStateSource } from './linkState'
import type { LiveSource } from './liveSource'

/** What a screen knows of a live source. `data` stays (the last known) when the source fails or the link is lost. */
export type LiveState<Data> =
  | { readonly state: 'loading'; readonly data: undefined }
  | { readonly state: 'ready'; readonly data: Data }
  | { readonly state: 'failed'; readonly data: Data | undefined; readonly error: unknown }

const LOADING = { state: 'loading', data: undefined } as const

/** How long a feed stays open after its last watcher left, in milliseconds: long enough to change pages. */
export const FEED_GRACE_MS = 3_000

/** One shared subscription: opened for the first watcher, closed some time after the last. */
class Subscription<Event, Data> {
  #state: LiveState<Data> = LOADING
  #opening: AbortController | null = null
  #grace: ReturnType<typeof setTimeout> | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #ends = 0
  readonly #watchers = new Set<() => void>()
  readonly #source: LiveSource<Event, Data>
  readonly #client: ConsoleClient
  readonly #link: LinkStateSource

  constructor(source: LiveSource<Event, Data>, client: ConsoleClient, link: LinkStateSource) {
    this.#source = source
    this.#client = client
    this.#link = link
  }

  readonly read = () => this.#state

  readonly watch = (onChange: () => void) => {
    clearTimeout(this.#grace)
    this.#watchers.add(onChange)
    if (this.#opening === null && this.#again === undefined) this.open()
    return () => {
      this.#watchers.delete(onChange)
      if (this.#watchers.size === 0) this.#grace = setTimeout(() => this.close(), FEED_GRACE_MS)
    }
  }

  /** Opens the feed anew; it begins with a snapshot, so nothing that was missed stays missed. */
  open() {
    this.#stop()
    const opening = new AbortController()
    this.#opening = opening
    if (this.#state.state === 'failed')
      this.#set(this.#state.data === undefined ? LOADING : { state: 'ready', data: this.#state.data })
    void this.#run(opening)
  }

  close() {
    this.#stop()
    // What is shown after a pause must not be old news.
    this.#state = LOADING
  }

  get watched() {
    return this.#watchers.size > 0
  }

  async #run(opening: AbortController) {
    try {
      for await (const event of await this.#source.open(this.#client, opening.signal)) {
        if (opening.signal.aborted) return
        this.#ends = 0
        this.#set({ state: 'ready', data: this.#source.reduce(this.#state.data, event) })
      }
      if (opening.signal.aborted) return
      // The server ended it in good order (it closes down, or the reader was too slow): ask again by and by.
      this.#opening = null
      this.#again = setTimeout(() => this.open(), backOff(this.#ends++))
    } catch (error) {
      if (opening.signal.aborted) return
      this.#opening = null
      // A lost link is told by the strip; the feed opens again together with it.
      if (error instanceof LinkLostError || this.#link.read().state !== 'open') return
      this.#set({ state: 'failed', data: this.#state.data, error })
    }
  }

  #stop() {
    clearTimeout(this.#grace)
    clearTimeout(this.#again)
    this.#again = undefined
    this.#opening?.abort()
    this.#opening = null
  }

  #set(state: LiveState<Data>) {
    this.#state = state
    for (const watcher of [...this.#watchers]) watcher()
  }
}

/** All live sources of one link, kept outside React so that many components share one subscription each. */
export class FeedHub {
  readonly #subscriptions = new Map<object, unknown>()
  readonly #keyed = new Map<object, Map<object, unknown>>()
  readonly #turns = new FrameTurns()
  readonly #client: ConsoleClient
  readonly #link: LinkStateSource
  readonly #stopListening: () => void

  constructor(client: ConsoleClient, link: LinkStateSource) {
    this.#client = client
    this.#link = link
    this.#stopListening = link.listen(() => {
      if (link.read().state !== 'open') return
      for (const subscription of this.#all()) if (subscription.watched) subscription.open()
    })
  }

  /** The subscription of a source: `read` gives what is known, `watch` keeps it open, `open` opens it anew. */
  of<Event, Data>(source: LiveSource<Event, Data>): Pick<Subscription<Event, Data>, 'read' | 'watch' | 'open'> {
    const present = this.#subscriptions.get(source)
    // The key is the source itself, so what is stored under it has its types.
    if (present !== undefined) return present as Subscription<Event, Data>
    const created = new Subscription(source, this.#client, this.#link)
    this.#subscriptions.set(source, created)
    return created
  }

  /** Watchers of single values of a source; `valuesOf` gives them by their keys, and is the same function each time. */
  keyed<Event, Data, Value>(
    source: LiveSource<Event, Data>,
    valuesOf: (live: LiveState<Data>) => ReadonlyMap<number, Value> | undefined,
  ): KeyedWatch<LiveState<Data>, Value> {
    const ofSource = this.#keyed.get(source) ?? new Map<object, unknown>()
    this.#keyed.set(source, ofSource)
    const present = ofSource.get(valuesOf)
    // The keys are the source and the function, so what is stored under them has their types.
    if (present !== undefined) return present as KeyedWatch<LiveState<Data>, Value>
    const created = new KeyedWatch(this.of(source), valuesOf, this.#turns)
    ofSource.set(valuesOf, created)
    return created
  }

  /** Drops what is known of all sources but one: whoever looks next may not be the one who looked. */
  forget(but: object) {
    for (const [source, subscription] of this.#subscriptions) {
      if (source !== but) (subscription as Subscription<unknown, unknown>).close()
    }
  }

  close() {
    this.#stopListening()
    this.#turns.close()
    for (const subscription of this.#all()) subscription.close()
  }

  #all() {
    return [...this.#subscriptions.values()] as Subscription<unknown, unknown>[]
  }
}
