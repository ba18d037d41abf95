import type { BootReason, Dialect } from './dialect'
import { Driver } from './driver'
import type { Cancel, Environment } from './environment'
import { EventHub } from './eventHub'
import { type Evse, newEvse } from './evse'
import type { CallOutcome } from './link/callOutcome'
import type { Answer } from './link/conversation'
import { type Address, Link } from './link/link'
import { type ChargerOptions, endpoint, PROTOCOL_OF, type Settings, settle } from './options'
import { type Delivery, Outbox } from './outbox'
import { Enrolment } from './pki/enrolment'
import { Registration } from './registration'
import { Remote } from './remote'
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

/** The inside of a charger: its parts, put together, and what happens between them. */
export class ChargerCore {
  readonly settings: Settings
  readonly faults: ChargerFaults = { rejectCertificates: false, ignoreCommands: false }
  readonly environment: Environment
  readonly timers: Timers
  readonly hub: EventHub
  readonly dialect: Dialect
  readonly variables: Variables
  readonly evses: readonly Evse[]
  readonly link: Link
  readonly outbox: Outbox
  readonly registration: Registration
  readonly board: StatusBoard
  readonly sessions: Sessions
  readonly driver: Driver
  readonly enrolment: Enrolment
  readonly remote: Remote
  readonly #onLost = new Set<() => void>()
  #bootReason: BootReason = 'PowerUp'
  #heartbeatSeconds = 0
  #cancelHeartbeat: Cancel = () => undefined

  constructor(options: ChargerOptions) {
    const settings = settle(options)
    this.settings = settings
    const environment = settings.environment
    const dialect = settings.version === '1.6' ? dialect16 : dialect201
    this.environment = environment
    this.dialect = dialect
    const timers = new Timers(environment)
    this.timers = timers
    this.hub = new EventHub(settings.historyLimit)
    const emit = this.hub.emit
    const variables = newVariables(settings)
    this.variables = variables
    this.evses = Array.from({ length: settings.evses }, (_, index) =>
      newEvse(index + 1, settings.registerWh, environment.now()),
    )
    const accepted = () => this.registration.status === 'Accepted'
    const online = () => this.link.isOpen
    this.link = new Link({
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
    this.outbox = new Outbox({
      capacity: settings.queueCapacity,
      timers,
      emit,
      call: this.call,
      attempts: () => variables.messageAttempts,
      attemptSeconds: () => variables.messageAttemptSeconds,
    })
    this.registration = new Registration({
      timers,
      retrySeconds: settings.bootRetrySeconds,
      message: (reason) => dialect.boot(settings, reason),
      call: this.call,
      emit,
      onAccepted: (interval) => this.#accepted(interval),
      onRefused: () => this.outbox.shut(),
    })
    this.board = new StatusBoard({
      dialect,
      environment,
      evses: this.evses,
      mayTell: () => accepted() && online(),
      call: this.call,
      emit,
    })
    this.sessions = new Sessions({
      settings,
      environment,
      timers,
      variables,
      dialect,
      outbox: this.outbox,
      online,
      emit,
      changed: this.board.changed,
      onEnded: (evse) => this.#ended(evse),
    })
    this.driver = new Driver({
      dialect,
      sessions: this.sessions,
      outbox: this.outbox,
      allowOfflineCards: settings.allowOfflineCards,
      accepted,
      call: this.call,
      unlessLost: (promise) => this.unlessLost(promise),
      plug: (evse) => this.plug(evse),
      changed: this.board.changed,
    })
    this.enrolment = new Enrolment({
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
    this.remote = new Remote({
      settings,
      variables,
      evses: this.evses,
      sessions: this.sessions,
      emit,
      accepted,
      plug: (evse) => this.plug(evse),
      changed: this.board.changed,
      boot: () => void this.registration.boot('Triggered'),
      heartbeat: () => void this.heartbeat(),
      tellStatus: (evse) => void (evse ? this.board.tell(evse) : this.board.tellAll()),
      tellMeter: (evse) => this.#tellMeter(evse),
      requestCertificate: () => void this.enrolment.request(),
      installCertificate: (chain) => this.#install(chain),
      useCertificate: () => {
        if (settings.url.startsWith('wss:')) this.link.reconnect('using the new certificate')
      },
      reportInvalidCertificate: (why) => void this.securityEvent(dialect.invalidCertificateEvent, why),
      restart: (settled) => void this.#restart(settled),
      variablesChanged: () => this.#setHeartbeat(variables.heartbeatSeconds),
    })
  }

  readonly call = (action: string, payload: object): Promise<CallOutcome> => this.link.call(action, payload)

  heartbeat(): Promise<CallOutcome> {
    const { action, payload } = this.dialect.heartbeat()
    return this.call(action, payload)
  }

  /** Null: there is no link, it is told later. */
  securityEvent(type: string, techInfo: string | null): Promise<Delivery | null> {
    const { action, payload } = this.dialect.securityEvent(type, this.environment.now(), techInfo)
    return this.unlessLost(this.outbox.post({ action, payload: () => payload, essential: true }))
  }

  /** Hangs up, ends what runs, clears every timer; nobody waits any more. */
  async switchOff(): Promise<void> {
    this.outbox.shut()
    await this.link.stop()
    for (const evse of this.evses) void this.sessions.end(evse, 'power-loss')
    this.registration.reset()
    this.#bootReason = 'PowerUp'
    this.timers.clear()
    this.#heartbeatSeconds = 0
    this.hub.emit({ kind: 'stopped' })
    this.hub.endWaits()
  }

  #address(): Address {
    const { handshakeTimeoutSeconds, identity, protocols, trustedRoots, url } = this.settings
    const { password } = this.variables
    const installed = this.enrolment.installed
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
      this.registration.assume()
      this.outbox.open()
      this.hub.emit({ kind: 'ready' })
    } else if (this.registration.status === 'Accepted') {
      // A plain reconnect needs no boot: the states, then what has been waiting.
      void this.#greet()
    } else {
      void this.registration.boot(this.#bootReason)
    }
  }

  #lost(): void {
    this.outbox.shut()
    this.registration.linkLost()
    for (const tell of [...this.#onLost]) tell()
  }

  #accepted(intervalSeconds: number): void {
    this.#bootReason = 'PowerUp'
    this.#setHeartbeat(intervalSeconds > 0 ? intervalSeconds : OWN_HEARTBEAT_SECONDS)
    void this.#greet()
  }

  async #greet(): Promise<void> {
    await this.board.tellAll()
    if (!this.link.isOpen || this.registration.status !== 'Accepted') return
    this.outbox.open()
    this.hub.emit({ kind: 'ready' })
  }

  #setHeartbeat(seconds: number): void {
    this.variables.heartbeatSeconds = seconds
    if (seconds === this.#heartbeatSeconds) return
    this.#heartbeatSeconds = seconds
    this.#cancelHeartbeat()
    this.#cancelHeartbeat = this.timers.every(
      () => seconds,
      () => {
        if (this.registration.status === 'Accepted') void this.heartbeat()
      },
    )
  }

  async #command(action: string, payload: object): Promise<Answer> {
    if (this.faults.ignoreCommands) return { kind: 'silence' }
    if (this.registration.status === 'Rejected') {
      // B03.FR.03: to a rejected charger the server starts nothing.
      this.hub.emit({ kind: 'violation', about: action, problems: ['sent to a charger whose boot was rejected'] })
      return { kind: 'refusal', refusal: 'not-now', description: 'the boot was rejected' }
    }
    return this.dialect.command(action, payload, this.remote.port)
  }

  async #install(chain: string): Promise<string | null> {
    if (!this.faults.rejectCertificates) return this.enrolment.install(chain)
    const why = 'told to reject certificates'
    this.enrolment.refuse(why)
    return why
  }

  async #restart(settled: Promise<unknown> | null): Promise<void> {
    if (settled) await this.unlessLost(settled)
    this.outbox.shut()
    this.registration.reset()
    this.#bootReason = 'RemoteReset'
    this.link.reconnect('reset')
  }

  #ended(evse: Evse): void {
    if (evse.inoperativeSoon) {
      evse.inoperativeSoon = false
      evse.operative = false
      this.board.changed(evse)
    }
    if (evse.unplugsItself) this.unplug(evse)
    this.remote.sessionEnded()
  }

  plug(evse: Evse): void {
    evse.plugged = true
    this.board.changed(evse)
  }

  unplug(evse: Evse): void {
    evse.plugged = false
    evse.unplugsItself = false
    void this.sessions.end(evse, 'unplugged')
    evse.finishing = false
    this.board.changed(evse)
  }

  #tellMeter(evse: Evse): void {
    const { phases } = this.settings
    const reading = this.sessions.reading(evse)
    const { action, payload } = this.dialect.meterValues(evse, reading, this.environment.now(), phases)
    void this.call(action, payload)
  }

  /** Null as soon as the link is gone: an answer may then come hours later, or never. */
  unlessLost<T>(promise: Promise<T>): Promise<T | null> {
    if (!this.link.isOpen) return Promise.resolve(null)
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

  evse(id: number): Evse | undefined {
    return this.evses.find((evse) => evse.id === id)
  }
}
