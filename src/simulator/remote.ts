import type { ChargerEvent } from './chargerEvents'
import type { CommandPort, ResetType } from './commandPort'
import type { Evse } from './evse'
import type { Settings } from './options'
import type { StopReason } from './session'
import type { Sessions } from './sessions'
import type { Variables } from './variables'

export interface RemoteParts {
  readonly settings: Settings
  readonly variables: Variables
  readonly evses: readonly Evse[]
  readonly sessions: Sessions
  readonly emit: (event: ChargerEvent) => void
  readonly accepted: () => boolean
  readonly plug: (evse: Evse) => void
  readonly changed: (evse: Evse) => void
  readonly boot: () => void
  readonly heartbeat: () => void
  readonly tellStatus: (evse: Evse | null) => void
  readonly tellMeter: (evse: Evse) => void
  readonly requestCertificate: () => void
  readonly installCertificate: (chain: string) => Promise<string | null>
  readonly useCertificate: () => void
  readonly reportInvalidCertificate: (why: string) => void
  /** Boots anew over a new connection; `settled`: not before the last messages of the sessions have been answered. */
  readonly restart: (settled: Promise<unknown> | null) => void
  readonly variablesChanged: () => void
}

/** What the server's commands do to the charger. */
export class Remote {
  readonly #parts: RemoteParts
  #resetWhenIdle = false

  constructor(parts: RemoteParts) {
    this.#parts = parts
  }

  get port(): CommandPort {
    const parts = this.#parts
    const chosen = (evseId: number | null) => parts.evses.filter(({ id }) => evseId === null || id === evseId)
    return {
      settings: parts.settings,
      variables: parts.variables,
      hasEvse: (evseId) => parts.evses.some(({ id }) => id === evseId),
      sendBoot: parts.boot,
      sendHeartbeat: parts.heartbeat,
      sendStatus: (evseId) => {
        if (evseId === null) parts.tellStatus(null)
        else for (const evse of chosen(evseId)) parts.tellStatus(evse)
      },
      sendMeterValues: (evseId) => {
        for (const evse of chosen(evseId)) parts.tellMeter(evse)
      },
      sendTransactionEvents: (evseId) => {
        for (const evse of chosen(evseId)) parts.sessions.meter(evse, true)
      },
      requestCertificate: parts.requestCertificate,
      installCertificate: parts.installCertificate,
      useCertificate: parts.useCertificate,
      reportInvalidCertificate: parts.reportInvalidCertificate,
      remoteStart: (evseId, token, remoteStartId) => {
        const evse = chosen(evseId).find((one) => isFree(one))
        // A pending or refused charger starts nothing (B02.FR.05).
        if (!evse || !parts.accepted()) return null
        return () => {
          if (!evse.plugged) {
            evse.unplugsItself = true
            parts.plug(evse)
          }
          void parts.sessions.start(evse, { token, group: null, trigger: 'RemoteStart', remoteStartId })
        }
      },
      remoteStop: (transactionId) => {
        const evse = parts.evses.find(({ session }) => session?.transactionId === transactionId)
        return evse ? () => void parts.sessions.end(evse, 'remote') : null
      },
      reset: (type) => {
        const now = type !== 'on-idle' || parts.evses.every(({ session }) => session === null)
        return {
          now,
          go: () => {
            if (now) this.#reset(type)
            else this.#resetWhenIdle = true
          },
        }
      },
      setAvailability: (evseId, operative) => {
        let when: 'done' | 'later' = 'done'
        for (const evse of chosen(evseId)) {
          evse.inoperativeSoon = !operative && evse.session !== null
          if (evse.inoperativeSoon) when = 'later'
          else evse.operative = operative
          parts.changed(evse)
        }
        return when
      },
      variablesChanged: parts.variablesChanged,
    }
  }

  /** To be called when a session has ended: a reset that waited for the last one happens now. */
  sessionEnded(): void {
    if (this.#resetWhenIdle && this.#parts.evses.every(({ session }) => session === null)) {
      this.#resetWhenIdle = false
      this.#reset('on-idle')
    }
  }

  #reset(type: ResetType): void {
    const { emit, evses, restart, sessions } = this.#parts
    emit({ kind: 'resetting', type })
    const reason: StopReason = type === 'soft' ? 'soft-reset' : 'hard-reset'
    const ended = evses.map((evse) => sessions.end(evse, reason))
    restart(type === 'hard' ? null : Promise.all(ended))
  }
}

function isFree(evse: Evse): boolean {
  return evse.session === null && evse.fault === null && evse.operative && !evse.busy
}
