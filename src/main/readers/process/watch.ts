import { serviceFailure } from './codes.ts'
import type { FromReader, ReaderCondition } from './messages.ts'
import type { Pcsc, ReaderEvent } from './pcsc.ts'
import { isNewCard, onReader } from './presence.ts'
import { readCard } from './readCard.ts'

/** How long the service is waited for in one round; a longer wait would hold up the end of the process. */
const ROUND_MS = 500
/** How short a round may be: a service that answers at once each time would keep a processor busy. */
const ROUND_MIN_MS = 50
/** Most characters of what is told of a failure. */
const DETAIL_MAX = 300
/** How long a service that failed is let be. */
const PAUSE_MS = 1_000
/** A card that takes longer than this to read hangs: no more beats are said, so that the process is ended. */
const READING_MAX_MS = 5_000

type Say = (message: FromReader) => void

/** Watches all readers, for ever: connects to the service, reads what is laid on them, begins again when it fails. */
export async function watchReaders(pcsc: Pcsc, say: Say): Promise<never> {
  let told = ''
  const sayService = (state: 'running' | 'not-running' | 'not-allowed' | 'failed', detail: string) => {
    if (told === state) return
    told = state
    say({ kind: 'service', state, detail })
  }
  for (;;) {
    let ran = false
    try {
      await serve(pcsc, say, () => {
        ran = true
        sayService('running', '')
      })
    } catch (error) {
      // How a service goes tells little of why; what it says when it is called again does.
      if (!ran)
        sayService(serviceFailure(error), `${error instanceof Error ? error.message : error}`.slice(0, DETAIL_MAX))
    }
    say({ kind: 'beat' })
    await pause(PAUSE_MS)
  }
}

/** Goes on until the service fails. */
async function serve(pcsc: Pcsc, say: Say, running: () => void): Promise<never> {
  const watching = await pcsc.establish()
  // The library lets only one call at a time into a context: reading would wait for the watch.
  const reading = await pcsc.establish().catch(async (error) => {
    await pcsc.release(watching).catch(() => {})
    throw error
  })
  const readers = new Readers(pcsc, reading, say)
  try {
    for (;;) {
      const begunAt = performance.now()
      readers.keepOnly(await pcsc.listReaders(watching))
      running()
      if (readers.isEmpty) await pause(ROUND_MS)
      else readers.changed(await pcsc.nextChange(watching, readers.known(), ROUND_MS))
      readers.tell()
      if (readers.failure !== null) throw readers.failure
      const now = performance.now()
      if (!readers.hang(now)) say({ kind: 'beat' })
      await pause(Math.max(0, begunAt + ROUND_MIN_MS - now))
    }
  } finally {
    await Promise.allSettled([pcsc.release(reading), pcsc.release(watching)])
  }
}

interface Watched {
  state: number
  /** When the reading of its card began; null while none is read. */
  readingSince: number | null
  /** Another card came while one was read. */
  again: boolean
}

/** The readers of one connection to the service. */
class Readers {
  readonly #pcsc: Pcsc
  readonly #context: number
  readonly #say: Say
  readonly #watched = new Map<string, Watched>()
  #told: string | null = null
  /** Why reading can't go on: the service went away. */
  failure: unknown = null

  constructor(pcsc: Pcsc, context: number, say: Say) {
    this.#pcsc = pcsc
    this.#context = context
    this.#say = say
  }

  get isEmpty(): boolean {
    return this.#watched.size === 0
  }

  keepOnly(names: readonly string[]): void {
    for (const name of this.#watched.keys()) if (!names.includes(name)) this.#watched.delete(name)
    for (const name of names) {
      if (!this.#watched.has(name)) this.#watched.set(name, { state: 0, readingSince: null, again: false })
    }
  }

  known(): ReaderEvent[] {
    return [...this.#watched].map(([name, { state }]) => ({ name, state }))
  }

  changed(events: readonly ReaderEvent[] | null): void {
    for (const { name, state } of events ?? []) {
      const reader = this.#watched.get(name)
      if (!reader) continue
      const before = reader.state
      reader.state = state
      if (isNewCard(before, state)) this.#read(name, reader)
    }
  }

  /** Whether the card of a reader has been read for too long. */
  hang(now: number): boolean {
    return [...this.#watched.values()].some(
      (one) => one.readingSince !== null && now - one.readingSince > READING_MAX_MS,
    )
  }

  /** Says which readers there are, where that has changed. */
  tell(): void {
    const readers = [...this.#watched].map(([name, { state }]) => ({ name, condition: conditionOf(state) }))
    const text = JSON.stringify(readers)
    if (text === this.#told) return
    this.#told = text
    this.#say({ kind: 'readers', readers })
  }

  #read(name: string, reader: Watched): void {
    if (reader.readingSince !== null) {
      reader.again = true
      return
    }
    reader.readingSince = performance.now()
    reader.again = false
    readCard(this.#pcsc, this.#context, name)
      .then((outcome) => {
        // A reader that is gone meanwhile took its card along.
        if (this.#watched.get(name) !== reader) return
        if (outcome.kind === 'uid') this.#say({ kind: 'card', reader: name, uid: outcome.uid })
        else this.#say({ kind: 'refused', reader: name, reason: outcome.reason })
      })
      .catch((error) => {
        this.failure = error
      })
      .finally(() => {
        reader.readingSince = null
        if (reader.again && this.failure === null) this.#read(name, reader)
      })
  }
}

function conditionOf(state: number): ReaderCondition {
  const lies = onReader(state)
  return lies === 'nothing' || lies === 'unavailable' ? 'ready' : lies
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
