import { addressOf } from './address'
import { Availability } from './availability'
import type { Commander } from './commandPort'
import type { BootReason, Dialect, Message } from './dialect'
import { Driver } from './driver'
import type { Environment } from './environment'
import { type Equipment, newEquipment } from './equipment'
import { EventHub } from './eventHub'
import { type Evse, newEvse } from './evse'
import { type ChargerFaults, noFaults } from './faults/faults'
import { withWrongClock } from './faults/wrongClock'
import { Heartbeats } from './heartbeats'
import type { CallOutcome } from './link/callOutcome'
import type { Answer } from './link/conversation'
import { Link } from './link/link'
import { Network } from './network'
import { Notices } from './notices'
import { type ChargerOptions, PROTOCOL_OF, type Settings, settle } from './options'
import { type Delivery, Outbox } from './outbox'
import { Patience } from './patience'
import { Enrolment } from './pki/enrolment'
import { rootsForOwn } from './pki/rootsForOwn'
import { Registration } from './registration'
import { Remote } from './remote'
import { commandServices } from './services'
import { Sessions } from './sessions'
import { StatusBoard } from './statusBoard'
import { Timers } from './timers'
import { dialect2x } from './v2x/dialect'
import { dialect16 } from './v16/dialect'
import { newVariables, type Variables } from './variables'

/** Seconds between heartbeats when the server leaves them to the charger (interval 0). */
const OWN_HEARTBEAT_SECONDS = 300

/** The inside of a charger: its parts, put together, and what happens between them. */
export class ChargerCore {
  readonly settings: Settings
  readonly faults: ChargerFaults = noFaults()
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
  readonly availability: Availability
  readonly equipment: Equipment
  readonly network: Network
  readonly commander: Commander
  readonly notices: Notices
  readonly #patience = new Patience(() => this.link.isOpen)
  readonly #heartbeats: Heartbeats
  #bootReason: BootReason = 'PowerUp'
  #requestId = 0
  #lastTold: Promise<unknown> = Promise.resolve()

  constructor(options: ChargerOptions) {
    const settings = settle(options)
    this.settings = settings
    const { faults } = this
    const machine = settings.environment
    const environment = withWrongClock(machine, faults)
    const dialect = settings.version === '1.6' ? dialect16 : dialect2x(settings.version)
    this.environment = environment
    this.dialect = dialect
    const timers = new Timers(environment)
    this.timers = timers
    this.#heartbeats = new Heartbeats(timers, () => {
      if (this.registration.status === 'Accepted') void this.heartbeat()
    })
    this.hub = new EventHub(settings.historyLimit)
    const emit = this.hub.emit
    const variables = newVariables(settings)
    this.variables = variables
    this.network = new Network(variables, faults)
    this.evses = Array.from({ length: settings.evses }, (_, index) =>
      newEvse(index + 1, settings.registerWh, machine.now()),
    )
    const accepted = () => this.registration.status === 'Accepted'
    const online = () => this.link.isOpen
    this.link = new Link({
      address: () => addressOf(settings, variables, this.network, this.equipment.trust, this.enrolment.installed),
      protocol: PROTOCOL_OF[settings.version],
      environment,
      timers,
      backOff: settings.backOff,
      callTimeoutSeconds: settings.callTimeoutSeconds,
      faults,
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
      lose: (action) => faults.loseMessages.includes(action),
    })
    this.registration = new Registration({
      timers,
      retrySeconds: settings.bootRetrySeconds,
      message: (reason) => dialect.boot(settings, variables.firmware, reason),
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
    const equipment = newEquipment({
      settings,
      variables,
      dialect,
      environment,
      timers,
      faults,
      evses: this.evses,
      emit,
      changed: this.board.changed,
      post: this.post,
      securityEvent: (type, techInfo) => void this.securityEvent(type, techInfo),
      settleMeters: () => this.sessions.settleMeters(this.evses),
      applyLimits: () => {
        for (const evse of this.evses) this.sessions.applyLimit(evse)
      },
      whenIdle: () => this.availability.hold(),
      putBack: () => this.availability.release(),
      reboot: (firmware) => {
        variables.firmware = firmware
        this.#bootReason = 'FirmwareUpdate'
        void this.#restart(this.#lastTold)
      },
    })
    this.equipment = equipment
    this.hub.on(equipment.logBook.note)
    this.sessions = new Sessions({
      faults,
      limits: equipment.profiles,
      steadyNow: machine.now,
      spendReservation: (evse, token, group) => equipment.reservations.spend(evse, token, group),
      learn: (token, card) => equipment.cards.learn(token, card),
      settings,
      environment,
      timers,
      variables,
      dialect,
      outbox: this.outbox,
      online,
      emit,
      changed: this.board.changed,
      onEnded: (evse, transactionId) => this.#ended(evse, transactionId),
    })
    this.availability = new Availability({
      evses: this.evses,
      sessions: this.sessions,
      changed: this.board.changed,
      voided: (evse) => equipment.reservations.void(evse),
      emit,
    })
    this.driver = new Driver({
      dialect,
      sessions: this.sessions,
      outbox: this.outbox,
      variables,
      cards: equipment.cards,
      now: environment.now,
      reserved: (evse, token, group) => equipment.reservations.blocks(evse, token, group),
      accepted,
      call: this.call,
      unlessLost: this.unlessLost,
      plug: (evse) => this.plug(evse),
      changed: this.board.changed,
    })
    this.enrolment = new Enrolment({
      environment,
      timers,
      variables,
      serialNumber: settings.serialNumber,
      keyType: settings.keyType,
      roots: () => rootsForOwn(settings.certificateRoot, this.equipment.trust.serverRoots),
      emit,
      nextRequestId: this.nextRequestId,
      send: (csr, requestId) => {
        const { action, payload } = dialect.signCertificate(csr, requestId)
        return this.call(action, payload)
      },
    })
    this.remote = new Remote({
      services: commandServices({
        settings,
        variables,
        faults,
        timers,
        environment,
        dialect,
        hub: this.hub,
        link: this.link,
        network: this.network,
        outbox: this.outbox,
        registration: this.registration,
        enrolment: this.enrolment,
        equipment,
        call: this.call,
        heartbeat: () => void this.heartbeat(),
        securityEvent: (type, techInfo) => void this.securityEvent(type, techInfo),
        setHeartbeat: (seconds) => this.#setHeartbeat(seconds),
      }),
      evses: this.evses,
      sessions: this.sessions,
      availability: this.availability,
      faults,
      timers,
      emit,
      accepted,
      plug: (evse) => this.plug(evse),
      unplug: (evse) => this.unplug(evse),
      changed: this.board.changed,
      tellStatus: (evse) => void (evse ? this.board.tell(evse) : this.board.tellAll()),
      tellMeter: (evse) => this.#tellMeter(evse),
      authorize: ({ token }) => this.driver.isWelcome(token),
      reserved: (evse, { token, group }) => equipment.reservations.blocks(evse, token, group),
      restart: (settled) => {
        this.#bootReason = 'RemoteReset'
        void this.#restart(settled)
      },
    })
    this.notices = new Notices({
      settings,
      variables,
      dialect,
      evses: this.evses,
      sessions: this.sessions,
      now: environment.now,
      nextRequestId: this.nextRequestId,
      call: this.call,
      sendUnconfirmed: (action, payload) => this.link.send(action, payload),
    })
    this.commander = dialect.commander(this.remote.port)
    this.hub.on(this.network.watch)
  }

  readonly call = (action: string, payload: object): Promise<CallOutcome> => {
    // Lost on the way: to the charger it looks like an answer that never came.
    if (this.faults.loseMessages.includes(action)) return Promise.resolve({ kind: 'timeout' })
    return this.link.call(action, payload)
  }

  /** A number for a request of the charger's own. */
  readonly nextRequestId = (): number => ++this.#requestId

  /** Delivers a message, also after a loss of the link. */
  readonly post = ({ action, payload }: Message): void => {
    this.#lastTold = this.outbox.post({ action, payload: () => payload, essential: true })
  }

  /** Null as soon as the link is gone. */
  readonly unlessLost = <T>(promise: Promise<T>): Promise<T | null> => this.#patience.unlessLost(promise)

  heartbeat(): Promise<CallOutcome> {
    const { action, payload } = this.dialect.heartbeat()
    return this.call(action, payload)
  }

  /** Null: there is no link, it is told later. */
  securityEvent(type: string, techInfo: string | null): Promise<Delivery | null> {
    const { action, payload } = this.dialect.securityEvent(type, this.environment.now(), techInfo)
    this.hub.emit({ kind: 'security', type })
    return this.unlessLost(this.outbox.post({ action, payload: () => payload, essential: true }))
  }

  /** Hangs up, ends what runs, clears every timer; nobody waits any more. */
  async switchOff(): Promise<void> {
    this.outbox.shut()
    await this.link.stop()
    for (const evse of this.evses) void this.sessions.end(evse, 'power-loss')
    this.registration.reset()
    this.#bootReason = 'PowerUp'
    for (const part of [this.equipment.firmware, this.equipment.logs, this.commander]) part.stop()
    this.timers.clear()
    this.#heartbeats.forget()
    this.hub.emit({ kind: 'stopped' })
    this.hub.endWaits()
  }

  #opened(): void {
    if (this.settings.skipBoot) {
      this.registration.assume()
      this.#deliver()
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
    this.#patience.lost()
  }

  #deliver(): void {
    const { reorderQueue } = this.faults
    if (reorderQueue) this.outbox.reorder(reorderQueue, this.environment.random)
    this.outbox.open()
  }

  #accepted(intervalSeconds: number): void {
    this.#bootReason = 'PowerUp'
    this.equipment.firmware.booted()
    this.#setHeartbeat(intervalSeconds > 0 ? intervalSeconds : OWN_HEARTBEAT_SECONDS)
    void this.#greet()
  }

  async #greet(): Promise<void> {
    await this.board.tellAll()
    if (!this.link.isOpen || this.registration.status !== 'Accepted') return
    this.#deliver()
    this.hub.emit({ kind: 'ready' })
  }

  #setHeartbeat(seconds: number): void {
    this.variables.heartbeatSeconds = seconds
    this.#heartbeats.every(seconds)
  }

  async #command(action: string, payload: object): Promise<Answer> {
    const { answerDelaySeconds, answerWithError, ignoreCommands } = this.faults
    if (ignoreCommands) return { kind: 'silence' }
    if (answerDelaySeconds > 0) await new Promise<void>((resolve) => this.timers.after(answerDelaySeconds, resolve))
    if (answerWithError !== null) return { kind: 'error', code: answerWithError }
    if (this.registration.status === 'Rejected') {
      // B03.FR.03: to a rejected charger the server starts nothing.
      this.hub.emit({ kind: 'violation', about: action, problems: ['sent to a charger whose boot was rejected'] })
      return { kind: 'refusal', refusal: 'not-now', description: 'the boot was rejected' }
    }
    return this.commander.answer(action, payload)
  }

  async #restart(settled: Promise<unknown> | null): Promise<void> {
    if (settled) await this.unlessLost(settled)
    this.outbox.shut()
    this.registration.reset()
    this.network.restart()
    this.availability.release()
    if (this.faults.staysAway) this.link.drop()
    else this.link.reconnect('reset')
  }

  #ended(evse: Evse, transactionId: string | null): void {
    evse.heldByLimit = false
    this.equipment.profiles.sessionEnded(evse.id, transactionId)
    this.availability.sessionEnded(evse)
    if (evse.unplugsItself) this.unplug(evse)
    this.remote.sessionEnded(evse)
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

  readonly evse = (id: number): Evse | undefined => this.evses.find((evse) => evse.id === id)
}
