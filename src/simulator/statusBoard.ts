import type { ChargerEvent } from './chargerEvents'
import type { Dialect } from './dialect'
import type { Environment } from './environment'
import type { Evse } from './evse'
import type { CallOutcome } from './link/callOutcome'

export interface StatusBoardParts {
  readonly dialect: Dialect
  readonly environment: Environment
  readonly evses: readonly Evse[]
  /** Accepted and connected: only then changes are told; without a link they are not queued (1.6 §4.9, G01). */
  readonly mayTell: () => boolean
  readonly call: (action: string, payload: object) => Promise<CallOutcome>
  readonly emit: (event: ChargerEvent) => void
}

/** Tells the server what the connectors are doing, and only what is new. */
export class StatusBoard {
  readonly #parts: StatusBoardParts
  readonly #shown = new Map<number, string>()

  constructor(parts: StatusBoardParts) {
    this.#parts = parts
    for (const evse of parts.evses) this.#shown.set(evse.id, parts.dialect.statusWord(evse))
  }

  /** To be called whenever something about the EVSE may have changed. */
  readonly changed = (evse: Evse): void => {
    const { dialect, emit, mayTell } = this.#parts
    const status = dialect.statusWord(evse)
    if (this.#shown.get(evse.id) === status) return
    this.#shown.set(evse.id, status)
    emit({ kind: 'status', evseId: evse.id, status })
    if (mayTell()) void this.tell(evse)
  }

  /** Tells one connector's status, whether new or not. */
  tell(evse: Evse): Promise<CallOutcome> {
    const { call, dialect, environment } = this.#parts
    const { action, payload } = dialect.status(evse, environment.now())
    return call(action, payload)
  }

  /** Tells every connector's status, and the charge point's own where the version has one. */
  async tellAll(): Promise<void> {
    const { call, dialect, environment, evses } = this.#parts
    const own = dialect.ownStatus(environment.now())
    const told = evses.map((evse) => () => this.tell(evse))
    if (own) await call(own.action, own.payload)
    for (const tell of told) await tell()
  }
}
