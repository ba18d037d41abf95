import type { ChargerEvent } from '../chargerEvents'
import { eventSentence } from '../eventSentence'

interface Line {
  readonly at: Date
  readonly text: string
  readonly security: boolean
}

/** Lines a charger keeps. */
const CAPACITY = 2000

/** Security events and what touches certificates belong in the security log too (A04). */
const SECURITY = new Set<ChargerEvent['kind']>([
  'security',
  'certificate-requested',
  'certificate-installed',
  'certificate-refused',
  'resetting',
  'violation',
])

/** What a charger writes down about itself, to be fetched by GetLog or GetDiagnostics. */
export class LogBook {
  readonly #now: () => Date
  readonly #lines: Line[] = []

  constructor(now: () => Date) {
    this.#now = now
  }

  readonly note = (event: ChargerEvent): void => {
    if (event.kind === 'frame') return
    const text = eventSentence(event)
    if (text === null) return
    this.#lines.push({ at: this.#now(), text, security: SECURITY.has(event.kind) })
    if (this.#lines.length > CAPACITY) this.#lines.shift()
  }

  /** The lines of a time, oldest first, as a text file. */
  file(which: 'diagnostics' | 'security', from: Date | null, to: Date | null): Buffer {
    const lines = this.#lines.filter(
      ({ at, security }) =>
        (which === 'diagnostics' || security) && (from === null || at >= from) && (to === null || at <= to),
    )
    return Buffer.from(lines.map(({ at, text }) => `${at.toISOString()}  ${text}\n`).join(''), 'utf8')
  }

  /** Forgets all. */
  clear(): void {
    this.#lines.length = 0
  }
}
