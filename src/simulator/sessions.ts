import type { IdToken } from '@shared/ocpp/idToken'
import type { ChargerEvent, SessionView } from './chargerEvents'
import type { CardAnswer, Dialect } from './dialect'
import type { Cancel, Environment } from './environment'
import type { Evse } from './evse'
import type { ChargerFaults } from './faults/faults'
import { advance, cap, isFull, type MeterLimits, type MeterReading, newVehicle, read, switchOff } from './meter'
import type { Settings } from './options'
import type { Delivery, Outbox } from './outbox'
import { type PastSession, pastMoments } from './pastSession'
import type { MeterCause, Moment, Session, StartTrigger, StopReason } from './session'
import type { Timers } from './timers'
import type { Variables } from './variables'

/** Seconds of model time from nothing to full power. */
const RAMP_SECONDS = 20

export interface SessionsParts {
  readonly settings: Settings
  readonly environment: Environment
  readonly timers: Timers
  readonly variables: Variables
  readonly faults: ChargerFaults
  readonly limits: SessionLimits
  /** The machine's time, which a wrong clock of the charger does not touch. */
  readonly steadyNow: () => Date
  /** The reservation this session uses up; null: none. */
  readonly spendReservation: (evse: Evse, token: IdToken, group: string | null) => number | null
  /** The server's word on a card is remembered. */
  readonly learn: (token: IdToken, card: CardAnswer) => void
  readonly dialect: Dialect
  readonly outbox: Outbox
  readonly online: () => boolean
  readonly emit: (event: ChargerEvent) => void
  /** The connector may have another status now. */
  readonly changed: (evse: Evse) => void
  readonly onEnded: (evse: Evse, transactionId: string | null) => void
}

/** What may flow, and when that changes. */
export interface SessionLimits {
  readonly limitW: (evseId: number, at: Date) => number
  readonly changes: (evseId: number, from: Date, to: Date) => readonly Date[]
}

/** How far ahead the next change of a limit is looked for, milliseconds. */
const LOOK_AHEAD_MS = 24 * 3_600_000

export interface StartOrder {
  readonly token: IdToken
  readonly group: string | null
  readonly trigger: StartTrigger
  readonly remoteStartId: number | null
}

/** Runs sessions: starts them, meters them, ends them, and posts each moment to the outbox. */
export class Sessions {
  readonly #parts: SessionsParts
  readonly #ticking = new Map<number, Cancel>()
  readonly #watching = new Map<number, Cancel>()
  /** The limit each EVSE was last seen to have, W. */
  readonly #limits = new Map<number, number>()

  constructor(parts: SessionsParts) {
    this.#parts = parts
  }

  /** Begins a session on a plugged EVSE and starts to charge. Resolves with what became of its first message. */
  start(evse: Evse, { token, group, trigger, remoteStartId }: StartOrder): Promise<Delivery> {
    const { environment, emit, timers, variables } = this.#parts
    const now = environment.now()
    evse.meter = newVehicle(evse.meter)
    evse.meterAt = this.#parts.steadyNow()
    evse.finishing = false
    const reservationId = this.#parts.spendReservation(evse, token, group)
    const session: Session = {
      ...this.#newSession(evse, token, now, this.reading(evse).registerWh),
      group,
      reservationId,
    }
    evse.session = session
    this.#parts.changed(evse)
    const delivery = this.#post(evse, session, { ...this.#moment(evse), kind: 'started', trigger, remoteStartId })
    emit({ kind: 'session-started', session: this.view(evse, session) })
    this.setState(evse, 'Charging')
    this.applyLimit(evse)
    const tick = timers.every(
      () => Math.max(variables.meterIntervalSeconds, 0.01),
      () => this.meter(evse, 'interval'),
    )
    this.#ticking.set(evse.id, tick)
    return delivery
  }

  /**
   * Tells of a session that ran there while there was no link: what was kept of it goes through the queue, and the meter
   * stands where it left it. Resolves when all of it is told; nothing may run there now.
   */
  async tellPast(evse: Evse, past: PastSession): Promise<void> {
    const { settings } = this.#parts
    const { moments, meter } = pastMoments(past, evse.meter, {
      powerW: settings.powerW,
      phases: settings.phases,
      rampSeconds: RAMP_SECONDS,
    })
    const session: Session = {
      ...this.#newSession(evse, past.token, past.startedAt, read(evse.meter, settings.phases).registerWh),
      ended: true,
    }
    evse.meter = meter
    const deliveries = moments.map((moment) => {
      session.state = moment.state
      return this.#post(evse, session, moment)
    })
    await Promise.all(deliveries)
  }

  /** Ends the running session. Resolves with what became of its last message; null when none runs. */
  end(evse: Evse, reason: StopReason, stoppedBy: IdToken | null = null): Promise<Delivery> | null {
    const session = evse.session
    if (!session) return null
    this.#ticking.get(evse.id)?.()
    this.#ticking.delete(evse.id)
    this.#watching.get(evse.id)?.()
    this.#watching.delete(evse.id)
    this.#meterOn(evse)
    evse.meter = switchOff(evse.meter)
    evse.session = null
    evse.finishing = evse.plugged
    session.ended = true
    const delivery = this.#post(evse, session, { ...this.#moment(evse), kind: 'ended', reason, stoppedBy })
    this.#parts.emit({ kind: 'session-ended', session: this.view(evse, session), reason })
    this.#parts.changed(evse)
    this.#parts.onEnded(evse, session.transactionId)
    return delivery
  }

  /** Changes what the session does; told to the server when it is something new. */
  setState(evse: Evse, state: Session['state']): void {
    const session = evse.session
    if (!session || session.state === state) return
    this.#meterOn(evse)
    if (state !== 'Charging') evse.meter = switchOff(evse.meter)
    session.state = state
    void this.#post(evse, session, { ...this.#moment(evse), kind: 'state' })
    this.#parts.emit({ kind: 'session-updated', session: this.view(evse, session) })
    this.#parts.changed(evse)
  }

  /** Reads the meter of a running session and posts it. */
  meter(evse: Evse, cause: MeterCause): void {
    const session = evse.session
    if (!session) return
    this.#meterOn(evse)
    void this.#post(evse, session, { ...this.#moment(evse), kind: 'meter', cause })
    this.#parts.emit({ kind: 'session-updated', session: this.view(evse, session) })
    if (session.state === 'Charging' && isFull(evse.meter, this.#meterLimits(evse))) this.setState(evse, 'SuspendedEV')
  }

  /** The limit may be another now: more or less flows, or nothing (SuspendedEVSE) until it is lifted. */
  applyLimit(evse: Evse): void {
    const session = evse.session
    const { emit, environment, limits, timers } = this.#parts
    const now = environment.now()
    const limitW = limits.limitW(evse.id, now)
    const before = this.#limits.get(evse.id)
    this.#limits.set(evse.id, limitW)
    if (before !== undefined && before !== limitW) emit({ kind: 'limit', evseId: evse.id, limitW })
    if (!session) return
    this.#watching.get(evse.id)?.()
    const [next] = limits.changes(evse.id, now, new Date(now.getTime() + LOOK_AHEAD_MS))
    if (next) {
      const seconds = (next.getTime() - now.getTime()) / 1000
      this.#watching.set(
        evse.id,
        timers.after(seconds, () => this.applyLimit(evse)),
      )
    }
    if (limitW <= 0 && session.state === 'Charging') {
      evse.heldByLimit = true
      this.setState(evse, 'SuspendedEVSE')
    } else if (limitW > 0 && evse.heldByLimit) {
      evse.heldByLimit = false
      if (session.state === 'SuspendedEVSE') this.setState(evse, 'Charging')
    } else if (session.state === 'Charging' && before !== undefined && before !== limitW) {
      evse.meter = cap(evse.meter, limitW)
      this.meter(evse, 'limit')
    }
  }

  /** Reads every meter under the limits that hold until now, before they become others. */
  settleMeters(evses: readonly Evse[]): void {
    for (const evse of evses) this.#meterOn(evse)
  }

  /** What the meter shows now. */
  reading(evse: Evse): MeterReading {
    this.#meterOn(evse)
    return this.#shown(evse)
  }

  view(evse: Evse, session: Session): SessionView {
    const { registerWh, powerW } = this.#shown(evse)
    return {
      evseId: evse.id,
      transactionId: session.transactionId,
      token: session.token,
      startedAt: session.startedAt,
      meterStartWh: session.meterStartWh,
      energyWh: registerWh - session.meterStartWh,
      powerW,
      cost: session.cost,
    }
  }

  #newSession(evse: Evse, token: IdToken, startedAt: Date, meterStartWh: number): Session {
    const { dialect, environment, faults } = this.#parts
    return {
      evseId: evse.id,
      token,
      group: null,
      startedAt,
      meterStartWh,
      transactionId: dialect.protocol === 'ocpp1.6' ? null : environment.newId(),
      numberIsLost: faults.neverGetsTransactionId,
      nextSeqNo: 0,
      state: 'EVConnected',
      reservationId: null,
      cost: null,
      ended: false,
    }
  }

  #post(evse: Evse, session: Session, moment: Moment): Promise<Delivery> {
    const { dialect, outbox, settings } = this.#parts
    const message = dialect.session(session, moment, settings.phases)
    if (!message) return Promise.resolve({ kind: 'discarded' })
    return outbox.post({
      ...message,
      transactionId: () => session.transactionId,
      answered: (payload) => this.#answered(evse, session, moment.kind, payload),
    })
  }

  #answered(evse: Evse, session: Session, moment: Moment['kind'], payload: object): void {
    const { dialect, learn, variables } = this.#parts
    const card = dialect.readSession(session, moment, payload)
    if (!card) return
    learn(session.token, card)
    if (card.group !== null) session.group = card.group
    // StopTransactionOnInvalidId / StopTxOnInvalidId: the server has the last word on a card.
    if (card.status !== 'Accepted' && variables.stopOnInvalidCard && !session.ended) void this.end(evse, 'deauthorized')
  }

  #meterOn(evse: Evse): void {
    const now = this.#parts.steadyNow()
    const seconds = Math.max(now.getTime() - evse.meterAt.getTime(), 0) / 1000
    evse.meterAt = now
    if (evse.session?.state !== 'Charging') return
    evse.meter = advance(evse.meter, seconds * this.#parts.settings.speed, this.#meterLimits(evse))
  }

  #shown(evse: Evse): MeterReading {
    const reading = read(evse.meter, this.#parts.settings.phases)
    const rollover = this.#parts.faults.meterRolloverWh
    return rollover === null ? reading : { ...reading, registerWh: reading.registerWh % rollover }
  }

  #moment(evse: Evse): Pick<Moment, 'at' | 'reading' | 'offline'> {
    return { at: this.#parts.environment.now(), reading: this.reading(evse), offline: !this.#parts.online() }
  }

  #meterLimits(evse: Evse): MeterLimits {
    const { environment, limits, settings } = this.#parts
    const { phases, vehicleNeedWh } = settings
    return {
      powerW: limits.limitW(evse.id, environment.now()),
      phases,
      needWh: vehicleNeedWh,
      rampSeconds: RAMP_SECONDS,
    }
  }
}
