import type { IdToken } from '@shared/ocpp/idToken'
import type { ChargerEvent, SessionView } from './chargerEvents'
import type { Dialect } from './dialect'
import type { Cancel, Environment } from './environment'
import type { Evse } from './evse'
import { advance, isFull, type MeterLimits, type MeterReading, newVehicle, read, switchOff } from './meter'
import type { Settings } from './options'
import type { Delivery, Outbox } from './outbox'
import type { Moment, Session, StartTrigger, StopReason } from './session'
import type { Timers } from './timers'
import type { Variables } from './variables'

/** Seconds of model time from nothing to full power. */
const RAMP_SECONDS = 20

export interface SessionsParts {
  readonly settings: Settings
  readonly environment: Environment
  readonly timers: Timers
  readonly variables: Variables
  readonly dialect: Dialect
  readonly outbox: Outbox
  readonly online: () => boolean
  readonly emit: (event: ChargerEvent) => void
  /** The connector may have another status now. */
  readonly changed: (evse: Evse) => void
  readonly onEnded: (evse: Evse) => void
}

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

  constructor(parts: SessionsParts) {
    this.#parts = parts
  }

  /** Begins a session on a plugged EVSE and starts to charge. Resolves with what became of its first message. */
  start(evse: Evse, { token, group, trigger, remoteStartId }: StartOrder): Promise<Delivery> {
    const { dialect, environment, emit, timers, variables } = this.#parts
    const now = environment.now()
    evse.meter = newVehicle(evse.meter)
    evse.meterAt = now
    evse.finishing = false
    const session: Session = {
      evseId: evse.id,
      token,
      group,
      startedAt: now,
      meterStartWh: this.reading(evse).registerWh,
      transactionId: dialect.protocol === 'ocpp1.6' ? null : environment.newId(),
      nextSeqNo: 0,
      state: 'EVConnected',
      ended: false,
    }
    evse.session = session
    this.#parts.changed(evse)
    const delivery = this.#post(evse, session, { ...this.#moment(evse), kind: 'started', trigger, remoteStartId })
    emit({ kind: 'session-started', session: this.view(evse, session) })
    this.setState(evse, 'Charging')
    const tick = timers.every(
      () => Math.max(variables.meterIntervalSeconds, 0.01),
      () => this.meter(evse, false),
    )
    this.#ticking.set(evse.id, tick)
    return delivery
  }

  /** Ends the running session. Resolves with what became of its last message; null when none runs. */
  end(evse: Evse, reason: StopReason, stoppedBy: IdToken | null = null): Promise<Delivery> | null {
    const session = evse.session
    if (!session) return null
    this.#ticking.get(evse.id)?.()
    this.#ticking.delete(evse.id)
    this.#meterOn(evse)
    evse.meter = switchOff(evse.meter)
    evse.session = null
    evse.finishing = evse.plugged
    session.ended = true
    const delivery = this.#post(evse, session, { ...this.#moment(evse), kind: 'ended', reason, stoppedBy })
    this.#parts.emit({ kind: 'session-ended', session: this.view(evse, session), reason })
    this.#parts.changed(evse)
    this.#parts.onEnded(evse)
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
  meter(evse: Evse, triggered: boolean): void {
    const session = evse.session
    if (!session) return
    this.#meterOn(evse)
    void this.#post(evse, session, { ...this.#moment(evse), kind: 'meter', triggered })
    this.#parts.emit({ kind: 'session-updated', session: this.view(evse, session) })
    if (session.state === 'Charging' && isFull(evse.meter, this.#limits())) this.setState(evse, 'SuspendedEV')
  }

  /** What the meter shows now. */
  reading(evse: Evse): MeterReading {
    this.#meterOn(evse)
    return read(evse.meter, this.#parts.settings.phases)
  }

  view(evse: Evse, session: Session): SessionView {
    const { registerWh, powerW } = read(evse.meter, this.#parts.settings.phases)
    return {
      evseId: evse.id,
      transactionId: session.transactionId,
      token: session.token,
      startedAt: session.startedAt,
      meterStartWh: session.meterStartWh,
      energyWh: registerWh - session.meterStartWh,
      powerW,
    }
  }

  #post(evse: Evse, session: Session, moment: Moment): Promise<Delivery> {
    const { dialect, outbox, settings } = this.#parts
    const message = dialect.session(session, moment, settings.phases)
    if (!message) return Promise.resolve({ kind: 'discarded' })
    return outbox.post({
      ...message,
      answered: (payload) => this.#answered(evse, session, moment.kind, payload),
    })
  }

  #answered(evse: Evse, session: Session, moment: Moment['kind'], payload: object): void {
    const card = this.#parts.dialect.readSession(session, moment, payload)
    if (!card) return
    if (card.group !== null) session.group = card.group
    // StopTransactionOnInvalidId / StopTxOnInvalidId: the server has the last word on a card.
    if (card.status !== 'Accepted' && !session.ended) void this.end(evse, 'deauthorized')
  }

  #meterOn(evse: Evse): void {
    const now = this.#parts.environment.now()
    const seconds = Math.max(now.getTime() - evse.meterAt.getTime(), 0) / 1000
    evse.meterAt = now
    if (evse.session?.state !== 'Charging') return
    evse.meter = advance(evse.meter, seconds * this.#parts.settings.speed, this.#limits())
  }

  #moment(evse: Evse): Pick<Moment, 'at' | 'reading' | 'offline'> {
    return { at: this.#parts.environment.now(), reading: this.reading(evse), offline: !this.#parts.online() }
  }

  #limits(): MeterLimits {
    const { powerW, phases, vehicleNeedWh } = this.#parts.settings
    return { powerW, phases, needWh: vehicleNeedWh, rampSeconds: RAMP_SECONDS }
  }
}
