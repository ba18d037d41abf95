import type { Availability } from './availability'
import type { ChargerEvent } from './chargerEvents'
import type { CommandPort, EvseFacts, RemoteStart, ResetType } from './commandPort'
import { connectorStatus, type Evse } from './evse'
import type { ChargerFaults } from './faults/faults'
import type { StopReason } from './session'
import type { Sessions } from './sessions'
import type { Timers } from './timers'

/** Seconds that the restart of a single EVSE takes. */
const EVSE_RESTART_SECONDS = 1

export interface RemoteParts {
  /** What of the port is somebody else's work. */
  readonly services: PortServices
  readonly evses: readonly Evse[]
  readonly sessions: Sessions
  readonly availability: Availability
  readonly faults: ChargerFaults
  readonly timers: Timers
  readonly emit: (event: ChargerEvent) => void
  readonly accepted: () => boolean
  readonly plug: (evse: Evse) => void
  readonly unplug: (evse: Evse) => void
  readonly changed: (evse: Evse) => void
  readonly tellStatus: (evse: Evse | null) => void
  readonly tellMeter: (evse: Evse) => void
  /** Asks the server about a card; false: refused. */
  readonly authorize: (start: RemoteStart) => Promise<boolean>
  readonly reserved: (evse: Evse, start: RemoteStart) => boolean
  /** Boots anew over a new connection; `settled`: not before the last messages of the sessions have been answered. */
  readonly restart: (settled: Promise<unknown> | null) => void
}

type Own = Pick<
  CommandPort,
  | 'evses'
  | 'hasEvse'
  | 'sendStatus'
  | 'sendMeterValues'
  | 'sendTransactionEvents'
  | 'remoteStart'
  | 'remoteStop'
  | 'reset'
  | 'setAvailability'
  | 'unlock'
  | 'setCost'
>

/** The part of the port that the sessions and EVSEs have nothing to do with. */
export type PortServices = Omit<CommandPort, keyof Own>

/** What the server's commands do to the charger. */
export class Remote {
  readonly #parts: RemoteParts
  readonly #resetWhenIdle = new Set<number | null>()

  constructor(parts: RemoteParts) {
    this.#parts = parts
  }

  get port(): CommandPort {
    const parts = this.#parts
    const chosen = (evseId: number | null) => parts.evses.filter(({ id }) => evseId === null || id === evseId)
    return {
      ...parts.services,
      evses: () => parts.evses.map((evse) => this.#facts(evse)),
      hasEvse: (evseId) => parts.evses.some(({ id }) => id === evseId),
      sendStatus: (evseId) => {
        if (evseId === null) parts.tellStatus(null)
        else for (const evse of chosen(evseId)) parts.tellStatus(evse)
      },
      sendMeterValues: (evseId) => {
        for (const evse of chosen(evseId)) parts.tellMeter(evse)
      },
      sendTransactionEvents: (evseId) => {
        for (const evse of chosen(evseId)) parts.sessions.meter(evse, 'trigger')
      },
      remoteStart: (start) => this.#remoteStart(chosen(start.evseId), start),
      remoteStop: (transactionId) => {
        const evse = parts.evses.find(({ session }) => session?.transactionId === transactionId)
        return evse ? () => void parts.sessions.end(evse, 'remote') : null
      },
      reset: (type, evseId) => {
        const idle = chosen(evseId).every(({ session }) => session === null)
        const now = type !== 'on-idle' || idle
        return {
          now,
          go: () => {
            if (now) this.#reset(type, evseId)
            else this.#resetWhenIdle.add(evseId)
          },
        }
      },
      setAvailability: (evseId, operative) => parts.availability.set(chosen(evseId), operative),
      unlock: (evseId, endSession) => this.#unlock(evseId, endSession),
      setCost: (transactionId, cost) => {
        for (const { session } of parts.evses) if (session?.transactionId === transactionId) session.cost = cost
      },
    }
  }

  /** To be called when a session has ended: a reset that waited for it happens now. */
  sessionEnded(evse: Evse): void {
    if (this.#resetWhenIdle.has(null) && this.#parts.availability.idle) {
      this.#resetWhenIdle.clear()
      this.#reset('on-idle', null)
    } else if (this.#resetWhenIdle.delete(evse.id)) this.#reset('on-idle', evse.id)
  }

  #facts(evse: Evse): EvseFacts {
    const { sessions } = this.#parts
    const { registerWh, powerW } = sessions.reading(evse)
    const { session } = evse
    return {
      id: evse.id,
      status: connectorStatus(evse),
      plugged: evse.plugged,
      powerW,
      registerWh,
      session: session && { ...sessions.view(evse, session), state: session.state, ownerGroup: session.group },
    }
  }

  #remoteStart(candidates: readonly Evse[], start: RemoteStart): (() => void) | null {
    const parts = this.#parts
    const evse = candidates.find((one) => isFree(one) && !parts.reserved(one, start))
    // A pending or refused charger starts nothing (B02.FR.05).
    if (!evse || !parts.accepted()) return null
    return () => void this.#begin(evse, start)
  }

  async #begin(evse: Evse, start: RemoteStart): Promise<void> {
    const parts = this.#parts
    if (parts.services.variables.authorizeRemoteStart) {
      evse.busy = true
      parts.changed(evse)
      const fine = await parts.authorize(start)
      evse.busy = false
      parts.changed(evse)
      // F01: meanwhile somebody may have begun at the charger itself.
      if (!fine || !isFree(evse)) return
    }
    if (!evse.plugged) {
      evse.unplugsItself = true
      parts.plug(evse)
    }
    const { group, profile, remoteStartId, token } = start
    void parts.sessions.start(evse, { token, group, trigger: 'RemoteStart', remoteStartId })
    if (profile)
      parts.services.profiles.set(evse.id, { ...profile, transactionId: evse.session?.transactionId ?? undefined })
  }

  #unlock(evseId: number, endSession: boolean): 'unlocked' | 'failed' | 'session' | 'unknown' {
    const { evses, faults, sessions, timers, unplug } = this.#parts
    const evse = evses.find(({ id }) => id === evseId)
    if (!evse) return 'unknown'
    if (evse.session && !endSession) return 'session'
    if (faults.unlockFails) return 'failed'
    void sessions.end(evse, 'unlock')
    // Somebody stands there and takes the cable: the answer goes out first.
    if (evse.plugged) timers.after(0, () => unplug(evse))
    return 'unlocked'
  }

  #reset(type: ResetType, evseId: number | null): void {
    const { availability, emit, evses, restart, sessions, timers } = this.#parts
    emit({ kind: 'resetting', type: evseId === null ? type : `${type}, EVSE ${evseId}` })
    const reason: StopReason = type === 'soft' ? 'soft-reset' : 'hard-reset'
    const concerned = evses.filter(({ id }) => evseId === null || id === evseId)
    const ended = concerned.map((evse) => sessions.end(evse, reason))
    if (evseId === null) {
      restart(type === 'hard' ? null : Promise.all(ended))
      return
    }
    // Only this EVSE starts anew (B11, B12): it is away for a moment.
    const operative = concerned.filter((evse) => evse.operative)
    availability.set(operative, false)
    timers.after(EVSE_RESTART_SECONDS, () => availability.set(operative, true))
  }
}

function isFree(evse: Evse): boolean {
  return evse.session === null && evse.fault === null && evse.operative && !evse.busy
}
