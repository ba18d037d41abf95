import type { IdToken } from '@shared/ocpp/idToken'
import type { ChargerEvent, SessionView } from './chargerEvents'
import type { BootReason, Dialect } from './dialect'
import { type CardOutcome, Driver } from './driver'
import type { Cancel, Environment } from './environment'
import { EventHub } from './eventHub'
import { connectorStatus, type Evse, type FaultCode, newEvse } from './evse'
import type { CallOutcome } from './link/callOutcome'
import type { Answer } from './link/conversation'
import { type Address, Link } from './link/link'
import { type ChargerOptions, endpoint, PROTOCOL_OF, type Settings, settle } from './options'
import { type Delivery, Outbox } from './outbox'
import { Enrolment, type Installed, type RequestOutcome } from './pki/enrolment'
import { Registration, type RegistrationStatus } from './registration'
import { Remote } from './remote'
import type { StopReason } from './session'
import { Sessions } from './sessions'
import { StatusBoard } from './statusBoard'
import { Timers } from './timers'
import { dialect16 } from './v16/dialect'
import { dialect201 } from './v201/dialect'
import { newVariables, type Variables } from './variables'

/** Seconds between heartbeats when the server leaves them to the charger (interval 0). */
const OWN_HEARTBEAT_SECONDS = 300

/** Misbehaviour on command; may be changed at any time. */
export interface ChargerFaults {
  /** Rejects whatever certificate comes (TC_A_14). */
  rejectCertificates: boolean
  /** Takes commands and never answers. */
  ignoreCommands: boolean
}

/** What is plugged, charging and told at one EVSE. */
export interface EvseView {
  readonly id: number
  readonly status: string
  readonly plugged: boolean
  readonly registerWh: number
  readonly session: SessionView | null
}

/** A virtual charger. One object is one station; it may be started and stopped again and again. */
export class Charger {
  readonly settings: Settings
  readonly faults: ChargerFaults = { rejectCertificates: false, ignoreCommands: false }
  readonly #environment: Environment
  readonly #timers: Timers
  readonly #hub: EventHub
  readonly #dialect: Dialect
  readonly #variables: Variables
  readonly #evses: readonly Evse[]
  readonly #link: Link
  readonly #outbox: Outbox
  readonly #registration: Registration
  readonly #board: StatusBoard
  readonly #sessions: Sessions
  readonly #driver: Driver
  readonly #enrolment: Enrolment
  readonly #remote: Remote
  readonly #onLost = new Set<() => void>()
  #bootReason: BootReason = 'PowerUp'
  #heartbeatSeconds = 0
  #cancelHeartbeat: Cancel = () => undefined

  constructor(options: ChargerOptions) {
    const settings = settle(options)
    this.settings = settings
    const environment = settings.environment
    const dialect = settings.version === '1.6' ? dialect16 : dialect201
    this.#environment = environment
    this.#dialect = dialect
    const timers = new Timers(environment)
    this.#timers = timers
    this.#hub = new EventHub(settings.historyLimit)
    const emit = this.#hub.emit
    const variables = newVariables(settings)
    this.#variables = variables
    this.#evses = Array.from({ length: settings.evses }, (_, index) =>
      newEvse(index + 1, settings.registerWh, environment.now()),
    )
    const accepted = () => this.#registration.status === 'Accepted'
    const online = () => this.#link.isOpen
    this.#link = new Link({
      address: () => this.#address(),
      protocol: PROTOCOL_OF[settings.version],
      environment,
      timers,
      backOff: settings.backOff,
      callTimeoutSeconds: settings.callTimeoutSeconds,
      emit,
      onOpen: () => this.#opened(),
      onLost: () => this.#lost(),
      onCommand: (action, payload) => this.#command(action, payload),
    })
    this.#outbox = new Outbox({
      capacity: settings.queueCapacity,
      timers,
      emit,
      call: this.call,
      attempts: () => variables.messageAttempts,
      attemptSeconds: () => variables.messageAttemptSeconds,
    })
    this.#registration = new Registration({
      timers,
      retrySeconds: settings.bootRetrySeconds,
      message: (reason) => dialect.boot(settings, reason),
      call: this.call,
      emit,
      onAccepted: (interval) => this.#accepted(interval),
      onRefused: () => this.#outbox.shut(),
    })
    this.#board = new StatusBoard({
      dialect,
      environment,
      evses: this.#evses,
      mayTell: () => accepted() && online(),
      call: this.call,
      emit,
    })
    this.#sessions = new Sessions({
      settings,
      environment,
      timers,
      variables,
      dialect,
      outbox: this.#outbox,
      online,
      emit,
      changed: this.#board.changed,
      onEnded: (evse) => this.#ended(evse),
    })
    this.#driver = new Driver({
      dialect,
      sessions: this.#sessions,
      outbox: this.#outbox,
      allowOfflineCards: settings.allowOfflineCards,
      accepted,
      call: this.call,
      unlessLost: (promise) => this.#unlessLost(promise),
      plug: (evse) => this.#plug(evse),
      changed: this.#board.changed,
    })
    this.#enrolment = new Enrolment({
      environment,
      timers,
      variables,
      serialNumber: settings.serialNumber,
      keyType: settings.keyType,
      root: settings.certificateRoot,
      emit,
      send: (csr) => {
        const { action, payload } = dialect.signCertificate(csr)
        return this.call(action, payload)
      },
    })
    this.#remote = new Remote({
      settings,
      variables,
      evses: this.#evses,
      sessions: this.#sessions,
      emit,
      accepted,
      plug: (evse) => this.#plug(evse),
      changed: this.#board.changed,
      boot: () => void this.#registration.boot('Triggered'),
      heartbeat: () => void this.heartbeat(),
      tellStatus: (evse) => void (evse ? this.#board.tell(evse) : this.#board.tellAll()),
      tellMeter: (evse) => this.#tellMeter(evse),
      requestCertificate: () => void this.requestCertificate(),
      installCertificate: (chain) => this.#install(chain),
      useCertificate: () => {
        if (settings.url.startsWith('wss:')) this.#link.reconnect('using the new certificate')
      },
      reportInvalidCertificate: (why) => void this.sendSecurityEvent(dialect.invalidCertificateEvent, why),
      restart: (settled) => void this.#restart(settled),
      variablesChanged: () => this.#setHeartbeat(variables.heartbeatSeconds),
    })
  }

  /** What the server last said to a boot. */
  get registration(): RegistrationStatus {
    return this.#registration.status
  }

  get connected(): boolean {
    return this.#link.isOpen
  }

  /** The installed certificate with its private key; null when none came yet. */
  get certificate(): Installed | null {
    return this.#enrolment.installed
  }

  /** Messages that wait to be delivered. */
  get queued(): number {
    return this.#outbox.length
  }

  get organisation(): string {
    return this.#variables.organisation
  }

  get evses(): readonly EvseView[] {
    return this.#evses.map((evse) => ({
      id: evse.id,
      status: connectorStatus(evse),
      plugged: evse.plugged,
      registerWh: this.#sessions.reading(evse).registerWh,
      session: evse.session ? this.#sessions.view(evse, evse.session) : null,
    }))
  }

  /** The newest events, oldest first, up to `historyLimit`. */
  get history(): readonly ChargerEvent[] {
    return this.#hub.history
  }

  readonly on: EventHub['on'] = (listener) => this.#hub.on(listener)
  readonly waitFor: EventHub['waitFor'] = (kind, test, options) => this.#hub.waitFor(kind, test, options)

  /** Switches it on: connects, boots, and keeps coming back until `stop`. */
  start(): void {
    this.#link.start()
  }

  /**
   * Switches it off: socket closed, every timer cleared. Running sessions end for loss of power; like all that waits
   * in the queue that is told after the next `start`.
   */
  async stop(): Promise<void> {
    this.#outbox.shut()
    await this.#link.stop()
    for (const evse of this.#evses) void this.#sessions.end(evse, 'power-loss')
    this.#registration.reset()
    this.#bootReason = 'PowerUp'
    this.#timers.clear()
    this.#heartbeatSeconds = 0
    this.#hub.emit({ kind: 'stopped' })
    this.#hub.endWaits()
  }

  /** The network cable is pulled: the socket is destroyed, and no new one is tried until `restoreLink`. */
  dropLink(): void {
    this.#link.drop()
  }

  restoreLink(): void {
    this.#link.restore()
  }

  /**
   * Presents a card. When nothing runs: asks the server, plugs in if need be and starts. When the card (or another of
   * its group) holds the running session: stops it, and takes the cable along if it came with the card.
   */
  async presentCard(evseId: number, token: IdToken): Promise<CardOutcome> {
    const evse = this.#evse(evseId)
    return evse ? this.#driver.present(evse, token) : { outcome: 'not-possible', why: 'no-such-evse' }
  }

  /** Puts the cable in. It then stays until `unplug`, also when a session ends. */
  plugIn(evseId: number): void {
    const evse = this.#evse(evseId)
    if (evse && !evse.plugged) this.#plug(evse)
  }

  /** Takes the cable out; a running session ends (EVDisconnected). */
  unplug(evseId: number): void {
    const evse = this.#evse(evseId)
    if (evse) this.#unplug(evse)
  }

  /** Ends the session. Null when none runs, or when it is queued since there is no link. */
  async stopSession(evseId: number, reason: StopReason = 'local'): Promise<Delivery | null> {
    const evse = this.#evse(evseId)
    const delivery = evse ? this.#sessions.end(evse, reason) : null
    return delivery ? this.#unlessLost(delivery) : null
  }

  /** The vehicle (or the charger) makes a pause. */
  pauseCharging(evseId: number, by: 'vehicle' | 'charger' = 'vehicle'): void {
    const evse = this.#evse(evseId)
    if (evse) this.#sessions.setState(evse, by === 'vehicle' ? 'SuspendedEV' : 'SuspendedEVSE')
  }

  resumeCharging(evseId: number): void {
    const evse = this.#evse(evseId)
    if (evse) this.#sessions.setState(evse, 'Charging')
  }

  /** Reads and sends the meter of a running session now, without waiting for the interval. */
  sendMeterValues(evseId: number): void {
    const evse = this.#evse(evseId)
    if (evse) this.#sessions.meter(evse, false)
  }

  /** The connector breaks; a running session ends. */
  fault(evseId: number, code: FaultCode = 'InternalError'): void {
    const evse = this.#evse(evseId)
    if (!evse) return
    evse.fault = code
    void this.#sessions.end(evse, 'fault')
    this.#board.changed(evse)
  }

  clearFault(evseId: number): void {
    const evse = this.#evse(evseId)
    if (!evse) return
    evse.fault = null
    this.#board.changed(evse)
  }

  /** Makes a key pair and sends its request, whatever the server said to the boot. */
  requestCertificate(): Promise<RequestOutcome> {
    return this.#enrolment.request()
  }

  /** Queued until it is delivered (A04.FR.02). Null: there is no link now, it will be told later. */
  sendSecurityEvent(type: string, techInfo: string | null = null): Promise<Delivery | null> {
    const { action, payload } = this.#dialect.securityEvent(type, this.#environment.now(), techInfo)
    return this.#unlessLost(this.#outbox.post({ action, payload: () => payload, essential: true }))
  }

  heartbeat(): Promise<CallOutcome> {
    const { action, payload } = this.#dialect.heartbeat()
    return this.call(action, payload)
  }

  /** Any CALL as it is: not checked here, in turn with the charger's own, also before the boot is accepted. */
  readonly call = (action: string, payload: object): Promise<CallOutcome> => this.#link.call(action, payload)

  /** Any text as a frame, out of turn. Answers to it come as `stray-answer`. False when there is no link. */
  sendText(text: string): boolean {
    return this.#link.sendText(text)
  }

  #address(): Address {
    const { handshakeTimeoutSeconds, identity, protocols, trustedRoots, url } = this.settings
    const { password } = this.#variables
    const installed = this.#enrolment.installed
    const authorization = `Basic ${Buffer.from(`${identity}:${password}`).toString('base64')}`
    return {
      url: endpoint(url, identity),
      protocols,
      options: {
        handshakeTimeout: handshakeTimeoutSeconds * 1000,
        ...(password === null ? {} : { headers: { authorization } }),
        ...(trustedRoots ? { ca: [...trustedRoots] } : {}),
        ...(installed && url.startsWith('wss:') ? { cert: installed.chain, key: installed.privateKey } : {}),
      },
    }
  }

  #opened(): void {
    if (this.settings.skipBoot) {
      this.#registration.assume()
      this.#outbox.open()
      this.#hub.emit({ kind: 'ready' })
    } else if (this.#registration.status === 'Accepted') {
      // A plain reconnect needs no boot: the states, then what has been waiting.
      void this.#greet()
    } else {
      void this.#registration.boot(this.#bootReason)
    }
  }

  #lost(): void {
    this.#outbox.shut()
    this.#registration.linkLost()
    for (const tell of [...this.#onLost]) tell()
  }

  #accepted(intervalSeconds: number): void {
    this.#bootReason = 'PowerUp'
    this.#setHeartbeat(intervalSeconds > 0 ? intervalSeconds : OWN_HEARTBEAT_SECONDS)
    void this.#greet()
  }

  async #greet(): Promise<void> {
    await this.#board.tellAll()
    if (!this.#link.isOpen || this.#registration.status !== 'Accepted') return
    this.#outbox.open()
    this.#hub.emit({ kind: 'ready' })
  }

  #setHeartbeat(seconds: number): void {
    this.#variables.heartbeatSeconds = seconds
    if (seconds === this.#heartbeatSeconds) return
    this.#heartbeatSeconds = seconds
    this.#cancelHeartbeat()
    this.#cancelHeartbeat = this.#timers.every(
      () => seconds,
      () => {
        if (this.#registration.status === 'Accepted') void this.heartbeat()
      },
    )
  }

  async #command(action: string, payload: object): Promise<Answer> {
    if (this.faults.ignoreCommands) return { kind: 'silence' }
    if (this.#registration.status === 'Rejected') {
      // B03.FR.03: to a rejected charger the server starts nothing.
      this.#hub.emit({ kind: 'violation', about: action, problems: ['sent to a charger whose boot was rejected'] })
      return { kind: 'refusal', refusal: 'not-now', description: 'the boot was rejected' }
    }
    return this.#dialect.command(action, payload, this.#remote.port)
  }

  async #install(chain: string): Promise<string | null> {
    if (!this.faults.rejectCertificates) return this.#enrolment.install(chain)
    const why = 'told to reject certificates'
    this.#enrolment.refuse(why)
    return why
  }

  async #restart(settled: Promise<unknown> | null): Promise<void> {
    if (settled) await this.#unlessLost(settled)
    this.#outbox.shut()
    this.#registration.reset()
    this.#bootReason = 'RemoteReset'
    this.#link.reconnect('reset')
  }

  #ended(evse: Evse): void {
    if (evse.inoperativeSoon) {
      evse.inoperativeSoon = false
      evse.operative = false
      this.#board.changed(evse)
    }
    if (evse.unplugsItself) this.#unplug(evse)
    this.#remote.sessionEnded()
  }

  #plug(evse: Evse): void {
    evse.plugged = true
    this.#board.changed(evse)
  }

  #unplug(evse: Evse): void {
    evse.plugged = false
    evse.unplugsItself = false
    void this.#sessions.end(evse, 'unplugged')
    evse.finishing = false
    this.#board.changed(evse)
  }

  #tellMeter(evse: Evse): void {
    const { phases } = this.settings
    const reading = this.#sessions.reading(evse)
    const { action, payload } = this.#dialect.meterValues(evse, reading, this.#environment.now(), phases)
    void this.call(action, payload)
  }

  /** Null as soon as the link is gone: an answer may then come hours later, or never. */
  #unlessLost<T>(promise: Promise<T>): Promise<T | null> {
    if (!this.#link.isOpen) return Promise.resolve(null)
    return new Promise((resolve) => {
      const gone = () => {
        this.#onLost.delete(gone)
        resolve(null)
      }
      this.#onLost.add(gone)
      void promise.then((value) => {
        this.#onLost.delete(gone)
        resolve(value)
      })
    })
  }

  #evse(id: number): Evse | undefined {
    return this.#evses.find((evse) => evse.id === id)
  }
}

/** Makes a virtual charger; nothing happens before `start`. */
export function createCharger(options: ChargerOptions): Charger {
  return new Charger(options)
}
