import type { Quirk } from '@shared/ocpp/quirks'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { CommandName, CommandResult, Commands, RequestResult } from '../stations/commands'
import type { ConnectionFacts } from '../stations/connection'
import type { StationRecord } from '../stations/stations'
import type { Departure } from '../tolerance/tolerance'
import type { AnyInbound, Errand, Incoming } from './action'
import { toRawEvent } from './action'
import type { Adapter } from './adapter'
import { BootGate, type GateVerdict } from './bootGate'
import type { CsmsDomain } from './domain'
import type { CsmsLimits } from './limits'
import { toTold } from './messages/notice'
import { type Read, readPayload } from './quirks/reader'
import { respelt } from './quirks/respelt'
import { type Anomaly, type CallOutcome, type IncomingCall, RpcConnection, type RpcSocket } from './rpc/connection'
import { RpcError } from './rpc/rpcError'
import type { Direction } from './rpc/validate'

export interface StationLinkOptions {
  readonly stationId: number
  readonly connection: ConnectionFacts
  readonly adapter: Adapter
  readonly domain: CsmsDomain
  readonly socket: RpcSocket
  readonly limits: CsmsLimits
  readonly newMessageId: () => string
  readonly onAnomaly: (anomaly: Anomaly) => void
  /** The station has been served its first message after it was let in: it can be spoken to. */
  readonly onReady: () => void
}

/** What became of a request to the station; `refused` and `not-admitted` say that it was not sent, and why. */
export type RequestOutcome = CallOutcome | { readonly kind: Exclude<GateVerdict, 'served'> }

/**
 * One connected station: frames of its version become calls of the domain, commands of the domain become frames of its
 * version. Reads from top to bottom the way a frame goes.
 */
export class StationLink {
  readonly rpc: RpcConnection
  readonly #options: StationLinkOptions
  readonly #gate = new BootGate()
  #ready = false
  #isBootMissed = false

  constructor(options: StationLinkOptions) {
    this.#options = options
    const { limits, connection, socket, newMessageId, onAnomaly } = options
    this.rpc = new RpcConnection({
      protocol: connection.protocol,
      socket,
      newMessageId,
      onAnomaly,
      callTimeoutMs: limits.callTimeoutMs,
      queuedCalls: limits.queuedCalls,
      queuedCommands: limits.queuedCommands,
      answer: (call) => this.#answer(call),
      readResult: (action, payload) => this.#read(action, 'Response', payload, options.domain.clock()),
      accepts: (quirk) => options.domain.tolerance.accepts(options.stationId, quirk),
      onDeparture: (quirk, place) => this.#noted([{ quirk, place }]),
    })
  }

  /**
   * Sends a request of the station's version, if the station may be sent it now (B02.FR.05, B03.FR.03). The answer has
   * been checked against its schema. Resolves always, rejects never.
   */
  async request(action: string, payload: object): Promise<RequestOutcome> {
    const { domain, stationId } = this.#options
    const admission = domain.stations.record(stationId)?.admission ?? 'refused'
    const strict = domain.tolerance.isStrict(stationId)
    const verdict = this.#gate.lets({ admission, strict }, action)
    if (verdict !== 'served') return { kind: verdict }
    this.#gate.asked(action, payload)
    return this.rpc.call(action, payload)
  }

  /** Sends a command in the words of the station's version. */
  async send<Name extends CommandName>(command: Name, input: Commands[Name]['input']): Promise<CommandResult<Name>> {
    const { adapter } = this.#options
    const carrier = adapter.errands.get(command)
    if (!carrier) return { kind: 'error', code: 'NotSupported', description: `${adapter.protocol} has no ${command}` }
    // The map is filled by name, so the entry of `Name` is an errand of `Name`.
    const errand = carrier.errand as unknown as Errand<Name, object, unknown>
    const result = await this.ask(carrier.action, errand.toRequest(input, adapter.protocol))
    return result.kind === 'answered' ? { kind: 'answered', outcome: errand.toOutcome(result.payload) } : result
  }

  /** Sends a request of the station's version, and says what became of it in the words of the domain. */
  async ask(action: string, payload: object): Promise<RequestResult> {
    const outcome = await this.request(action, payload)
    switch (outcome.kind) {
      case 'result':
        // Every schema of an answer is that of an object.
        return { kind: 'answered', payload: outcome.payload as object }
      case 'error':
        return outcome
      case 'not-understood':
        return { kind: 'error', code: 'FormatViolation', description: outcome.description }
      case 'refused':
      case 'not-admitted':
        return { kind: 'error', code: 'SecurityError', description: words.notSent[outcome.kind] }
      case 'timeout':
        return { kind: 'no-answer' }
      case 'closed':
        return outcome.sent ? { kind: 'no-answer' } : { kind: 'offline' }
      case 'queue-full':
        return { kind: 'error', code: 'QueueFull', description: 'Too many commands wait for this station already' }
    }
  }

  #answer(call: IncomingCall): object | Promise<object> {
    const { stationId, domain, adapter, connection } = this.#options
    const station = domain.stations.record(stationId)
    if (!station) throw new RpcError('security', words.error.notKnown)
    const incoming: Incoming = { station, connection, domain, call, receivedAt: domain.clock() }
    const action = adapter.incoming.get(call.action) ?? this.#respelt(call.action)
    if (!action) {
      const error = this.#noSuchAction(call.action)
      if (!call.unconfirmed || station.admission !== 'admitted') throw error
      return this.#keepUnread(incoming, error)
    }
    this.#admit(station, action.action, action.beforeAdmission)
    const read = this.#read(action.action, 'Request', call.payload, incoming.receivedAt)
    if (read.kind === 'not-valid') {
      const error = new RpcError(read.violation.kind, read.violation.description)
      if (call.unconfirmed && !action.keepInvalid) return this.#keepUnread(incoming, error)
      if (!action.keepInvalid) throw error
      return this.#keep(incoming, read.violation.description, error)
    }
    const reply = action.handle(incoming, read.payload as never)
    if (!(reply instanceof Promise)) {
      this.#served()
      return reply
    }
    return reply.then(
      (payload) => {
        if (action.beforeAdmission && 'status' in payload) this.#gate.booted(String(payload.status))
        this.#served()
        return payload
      },
      (error) => {
        // Valid by its schema, and yet nothing the ledger can hold, such as a number of the size of a galaxy.
        if (action.keepInvalid) return this.#keep(incoming, 'it could not be entered into the ledger', error)
        throw error
      },
    )
  }

  /** Keeps the frame of a message that is refused: the station will discard it after its last try (E13.FR.04). */
  async #keep(incoming: Incoming, problem: string, refusal: unknown): Promise<never> {
    await incoming.domain.sessions.keep(toRawEvent(incoming, null, null), null, problem)
    throw refusal
  }

  /** Keeps a message that is never answered and made no sense: its station is not told, and would not send it again. */
  async #keepUnread(incoming: Incoming, refusal: RpcError): Promise<never> {
    const told = toTold(incoming, 'protocol')
    await incoming.domain.notices.keep({ ...told, payload: { problem: refusal.message, message: told.payload } })
    throw refusal
  }

  /** Reads a payload of the station, and notes what was put up with. */
  #read(action: string, direction: Direction, payload: unknown, receivedAt: number): Read {
    const { adapter, domain, stationId } = this.#options
    const accepts = (quirk: Quirk) => domain.tolerance.accepts(stationId, quirk)
    const read = readPayload({ adapter, action, direction, payload, receivedAt, accepts })
    if (read.kind === 'valid' && read.tolerated.length > 0) this.#noted(read.tolerated)
    return read
  }

  #noted(departures: readonly Departure[]): void {
    this.#options.domain.tolerance.noted(this.#options.stationId, departures)
  }

  #admit(station: StationRecord, action: string, beforeAdmission: boolean): void {
    const strict = this.#options.domain.tolerance.isStrict(station.id)
    const facts = { admission: station.admission, hasBooted: station.row.booted_at !== null, strict }
    switch (this.#gate.admits(facts, action, beforeAdmission)) {
      case 'served':
        if (!facts.hasBooted && !beforeAdmission) this.#neverBooted()
        return
      case 'not-admitted':
        throw new RpcError('security', words.error.notAdmitted)
      case 'not-booted':
        throw new RpcError('security', words.error.notBooted)
      case 'refused':
        throw new RpcError('security', words.error.refused)
    }
  }

  /** A station that was let in by its identity alone and never introduced itself is told of once a connection. */
  #neverBooted(): void {
    if (this.#isBootMissed) return
    this.#isBootMissed = true
    this.#noted([{ quirk: 'no-boot', place: 'BootNotification' }])
  }

  /** An action whose name is written otherwise: `heartbeat`, `HeartbeatRequest`, `Heartbeat.req`. */
  #respelt(name: string): AnyInbound | undefined {
    const { adapter, domain, stationId } = this.#options
    const action = domain.tolerance.accepts(stationId, 'action-spelling') ? respelt(adapter, name) : undefined
    if (action) this.#noted([{ quirk: 'action-spelling', place: action.action }])
    return action
  }

  /** A name that the version does not have is NotImplemented; one that it has and this server does not, NotSupported. */
  #noSuchAction(action: string): RpcError {
    return this.#options.adapter.validators.knows(action)
      ? new RpcError('not-supported', words.error.notSupported)
      : new RpcError('not-implemented', words.error.notImplemented)
  }

  #served(): void {
    if (this.#ready) return
    const { domain, stationId, onReady } = this.#options
    if (domain.stations.record(stationId)?.admission !== 'admitted') return
    this.#ready = true
    // After the answer itself has gone out: a command in between would confuse a station that has just booted.
    setImmediate(onReady)
  }
}
