import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { CommandName, CommandResult, Commands } from '../stations/commands'
import type { ConnectionFacts } from '../stations/connection'
import type { StationRecord } from '../stations/stations'
import type { Errand, Incoming } from './action'
import { toRawEvent } from './action'
import type { Adapter } from './adapter'
import { BootGate, type GateVerdict } from './bootGate'
import type { CsmsDomain } from './domain'
import type { CsmsLimits } from './limits'
import { type Anomaly, type CallOutcome, type IncomingCall, RpcConnection, type RpcSocket } from './rpc/connection'
import { RpcError } from './rpc/rpcError'

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

/** Whether a station is held to the letter of the specification. Every station is served tolerantly. */
const STRICT = false

/**
 * One connected station: frames of its version become calls of the domain, commands of the domain become frames of its
 * version. Reads from top to bottom the way a frame goes.
 */
export class StationLink {
  readonly rpc: RpcConnection
  readonly #options: StationLinkOptions
  readonly #gate = new BootGate()
  #ready = false

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
      checkResult: (action, payload) => options.adapter.validators.check(action, 'Response', payload),
    })
  }

  /**
   * Sends a request of the station's version, if the station may be sent it now (B02.FR.05, B03.FR.03). The answer has
   * been checked against its schema. Resolves always, rejects never.
   */
  async request(action: string, payload: object): Promise<RequestOutcome> {
    const { domain, stationId } = this.#options
    const admission = domain.stations.record(stationId)?.admission ?? 'refused'
    const verdict = this.#gate.lets({ admission, strict: STRICT }, action)
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
    const outcome = await this.request(carrier.action, errand.toRequest(input))
    switch (outcome.kind) {
      case 'result':
        return { kind: 'answered', outcome: errand.toOutcome(outcome.payload) }
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
    const action = adapter.incoming.get(call.action)
    if (!action) throw this.#noSuchAction(call.action)
    this.#admit(station, call.action, action.beforeAdmission)
    const incoming: Incoming = { station, connection, domain, call, receivedAt: domain.clock() }
    const violation = adapter.validators.check(call.action, 'Request', call.payload)
    if (violation) {
      const error = new RpcError(violation.kind, violation.description)
      if (!action.keepInvalid) throw error
      return this.#keep(incoming, violation.description, error)
    }
    const reply = action.handle(incoming, call.payload as never)
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

  #admit(station: StationRecord, action: string, beforeAdmission: boolean): void {
    const facts = { admission: station.admission, hasBooted: station.row.booted_at !== null, strict: STRICT }
    switch (this.#gate.admits(facts, action, beforeAdmission)) {
      case 'served':
        return
      case 'not-admitted':
        throw new RpcError('security', words.error.notAdmitted)
      case 'refused':
        throw new RpcError('security', words.error.refused)
    }
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
