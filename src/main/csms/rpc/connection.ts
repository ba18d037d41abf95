import type { Quirk } from '@shared/ocpp/quirks'
import type { Protocol } from '@shared/ocpp/station'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import { callFrame, errorFrame, type Frame, parseFrame, resultErrorFrame, resultFrame } from './frame'
import { errorCode, isOwnCode, neutralCode, problemKind, type RpcError, toRpcError } from './rpcError'
import type { Violation } from './validate'

/** The part of a socket that the rpc layer needs. */
export interface RpcSocket {
  send(text: string): void
  /** Stops and resumes reading, so that a station that sends faster than it is served waits instead of filling memory. */
  pause(): void
  resume(): void
}

/** One CALL or SEND of the station, as it came. */
export interface IncomingCall {
  /** Empty for a SEND whose id could not be read. */
  readonly id: string
  readonly action: string
  readonly payload: object
  /** The frame word for word. */
  readonly text: string
  /** True for a SEND of 2.1: whatever comes of it, nothing is said back (part 4 §4.2.4). */
  readonly unconfirmed: boolean
}

/** How a CALL of ours ended. */
export type CallOutcome =
  | { readonly kind: 'result'; readonly payload: unknown }
  /** `code` is in the spelling of 2.x, whichever the station used. */
  | { readonly kind: 'error'; readonly code: string; readonly description: string }
  /** The station answered, and its answer does not match the schema of the action. */
  | { readonly kind: 'not-understood'; readonly description: string; readonly payload: unknown }
  | { readonly kind: 'timeout' }
  /** The connection ended: `sent` tells whether the CALL had gone out, so that its effect is unknown. */
  | { readonly kind: 'closed'; readonly sent: boolean }
  | { readonly kind: 'queue-full' }

export interface RpcOptions {
  readonly protocol: Protocol
  readonly socket: RpcSocket
  /** Answers a CALL. Throwing an RpcError answers with that error; anything else with InternalError. */
  readonly answer: (call: IncomingCall) => object | Promise<object>
  /** Reads an answer to a CALL of ours: what it says, or what is wrong with it. */
  readonly readResult: (action: string, payload: unknown) => ReadResult
  /** Whether the station may depart from OCPP-J in this way. */
  readonly accepts: (quirk: Quirk) => boolean
  /** Told of departures from OCPP-J that are put up with. */
  readonly onDeparture: (quirk: Quirk, place: string) => void
  /** Told of everything that was out of order, for the log. */
  readonly onAnomaly: (anomaly: Anomaly) => void
  readonly newMessageId: () => string
  readonly callTimeoutMs: number
  readonly queuedCalls: number
  readonly queuedCommands: number
}

/** An answer to a CALL of ours, read by its schema. */
export type ReadResult =
  | { readonly kind: 'valid'; readonly payload: unknown }
  | { readonly kind: 'not-valid'; readonly violation: Violation }

export type Anomaly =
  | { readonly kind: 'bad-frame'; readonly problem: string; readonly id: string | null }
  | { readonly kind: 'answer-to-nothing'; readonly id: string }
  | {
      readonly kind: 'failed'
      readonly id: string
      readonly action: string
      readonly error: RpcError
      readonly cause: unknown
    }
  /** The station's answer to a CALL of ours does not match the schema of the action. */
  | { readonly kind: 'not-understood'; readonly id: string; readonly action: string; readonly description: string }
  /** The station can't make sense of an answer of ours (2.1 CALLRESULTERROR); `action` is null for one long ago. */
  | {
      readonly kind: 'result-refused'
      readonly id: string
      readonly action: string | null
      readonly code: string
      readonly description: string
    }

/** Longest messageId of the specifications (part 4 §4.1.4). */
const OFFICIAL_ID_LENGTH = 36

/** How many answers are remembered, so that a CALLRESULTERROR can be told what it is about. */
const REMEMBERED_ANSWERS = 20

/** What a message with too many parts is where that is not put up with. */
const MALFORMED = { call: 'malformed-call', result: 'malformed-answer', send: 'malformed-send' } as const

interface Command {
  readonly id: string
  readonly action: string
  readonly payload: object
  readonly settle: (outcome: CallOutcome) => void
}

/**
 * One OCPP-J connection: both directions of CALL, CALLRESULT and CALLERROR, and what 2.1 adds to them. The station's
 * CALLs are answered one after the other in their order (stations pipeline, and an answer out of order confuses them),
 * and a SEND keeps its place among them; ours go out one at a time until answered or timed out (OCPP-J §4.1.1). The two
 * directions do not wait for each other.
 */
export class RpcConnection {
  readonly #options: RpcOptions
  readonly #calls: IncomingCall[] = []
  readonly #commands: Command[] = []
  #answering = false
  /** What is being answered is a CALL and no SEND. */
  #awaitsAnswer = false
  #paused = false
  #outstanding: { readonly command: Command; readonly timer: NodeJS.Timeout } | null = null
  #closed = false
  /** The newest answers of a 2.1 connection by message id: the other versions can't refuse one. */
  readonly #answered: { readonly id: string; readonly action: string }[] = []

  constructor(options: RpcOptions) {
    this.#options = options
  }

  /** Takes one text frame from the socket. Never throws. */
  receive(text: string): void {
    if (this.#closed) return
    const frame = this.#held(parseFrame(text, this.#options.protocol))
    switch (frame.kind) {
      case 'call':
        if (frame.hasExtraParts) this.#options.onDeparture('extra-frame-parts', frame.action)
        this.#receiveCall({ id: frame.id, action: frame.action, payload: frame.payload, text, unconfirmed: false })
        break
      case 'send':
        if (frame.hasExtraParts) this.#options.onDeparture('extra-frame-parts', frame.action)
        this.#receiveCall({ id: frame.id ?? '', action: frame.action, payload: frame.payload, text, unconfirmed: true })
        break
      case 'invalid':
        this.#refuse(frame)
        break
      case 'result-error':
        this.#resultRefused(frame)
        break
      default:
        this.#receiveAnswer(frame)
    }
  }

  /** Sends a CALL as soon as the one before has been answered. Resolves always, rejects never. */
  call(action: string, payload: object): Promise<CallOutcome> {
    if (this.#closed) return Promise.resolve({ kind: 'closed', sent: false })
    if (this.#commands.length >= this.#options.queuedCommands) return Promise.resolve({ kind: 'queue-full' })
    return new Promise((settle) => {
      this.#commands.push({ id: this.#options.newMessageId(), action, payload, settle })
      this.#sendNext()
    })
  }

  /** The socket is gone: everything that waits is told so. */
  closed(): void {
    if (this.#closed) return
    this.#closed = true
    this.#calls.length = 0
    if (this.#outstanding) {
      clearTimeout(this.#outstanding.timer)
      this.#outstanding.command.settle({ kind: 'closed', sent: true })
      this.#outstanding = null
    }
    for (const command of this.#commands.splice(0)) command.settle({ kind: 'closed', sent: false })
  }

  /** Held to what is accepted of this station: a message with too many parts is none where it is held to the letter. */
  #held(frame: Frame): Frame {
    if (!('hasExtraParts' in frame) || this.#options.accepts('extra-frame-parts')) return frame
    return { kind: 'invalid', id: frame.id, problem: MALFORMED[frame.kind] }
  }

  #receiveCall(call: IncomingCall): void {
    if (call.id.length > OFFICIAL_ID_LENGTH) this.#options.onDeparture('long-message-id', call.action)
    if (this.#answering) {
      if (this.#isInAdvance(call)) this.#options.onDeparture('calls-in-advance', call.action)
      this.#calls.push(call)
      if (this.#calls.length >= this.#options.queuedCalls && !this.#paused) {
        this.#paused = true
        this.#options.socket.pause()
      }
      return
    }
    this.#answer(call)
  }

  /** A SEND is waited for by nobody: a CALL behind nothing but such is none too early. */
  #isInAdvance({ unconfirmed }: IncomingCall): boolean {
    if (unconfirmed) return false
    return this.#awaitsAnswer || this.#calls.some((before) => !before.unconfirmed)
  }

  #answer(call: IncomingCall): void {
    try {
      const reply = this.#options.answer(call)
      if (reply instanceof Promise) {
        this.#answering = true
        this.#awaitsAnswer = !call.unconfirmed
        reply.then(
          (payload) => this.#fulfilled(call, payload),
          (error) => this.#failed(call, error),
        )
      } else this.#sendResult(call, reply)
    } catch (error) {
      this.#sendError(call, error)
    }
  }

  #fulfilled(call: IncomingCall, payload: object): void {
    this.#sendResult(call, payload)
    this.#answerNext()
  }

  #sendResult({ id, action, unconfirmed }: IncomingCall, payload: object): void {
    if (unconfirmed) return
    this.#send(resultFrame(id, payload))
    if (this.#options.protocol !== 'ocpp2.1') return
    if (this.#answered.length >= REMEMBERED_ANSWERS) this.#answered.shift()
    this.#answered.push({ id, action })
  }

  #failed(call: IncomingCall, error: unknown): void {
    this.#sendError(call, error)
    this.#answerNext()
  }

  #answerNext(): void {
    this.#answering = false
    // Answers that need no waiting come back here by the loop, not by recursion.
    while (!this.#answering) {
      const next = this.#calls.shift()
      if (!next) break
      this.#answer(next)
    }
    if (this.#paused && this.#calls.length < this.#options.queuedCalls / 2) {
      this.#paused = false
      this.#options.socket.resume()
    }
  }

  #sendError(call: IncomingCall, cause: unknown): void {
    const error = toRpcError(cause)
    this.#options.onAnomaly({ kind: 'failed', id: call.id, action: call.action, error, cause })
    if (!call.unconfirmed) this.#sendCode(call.id, errorCode(error.kind, this.#options.protocol), error.message)
  }

  #refuse(frame: Extract<Frame, { kind: 'invalid' }>): void {
    this.#options.onAnomaly({ kind: 'bad-frame', problem: frame.problem, id: frame.id })
    const kind = problemKind(frame.problem, frame.id !== null)
    // Nothing is said back to an answer.
    if (kind === null || frame.problem === 'malformed-answer' || frame.problem === 'malformed-send') return
    // 2.0.1 part 4 §4.2.3: "-1" stands for an id that could not be read; 1.6 has no such rule and gets no answer.
    const id = frame.id ?? (this.#options.protocol === 'ocpp1.6' ? null : '-1')
    if (id !== null) this.#sendCode(id, errorCode(kind, this.#options.protocol), words.error[frame.problem])
  }

  #sendCode(id: string, code: string | null, description: string): void {
    if (code !== null) this.#send(errorFrame(id, code, description))
  }

  #receiveAnswer(frame: Extract<Frame, { kind: 'result' | 'error' }>): void {
    const outstanding = this.#outstanding
    if (outstanding?.command.id !== frame.id) {
      this.#options.onAnomaly({ kind: 'answer-to-nothing', id: frame.id })
      return
    }
    if (frame.kind === 'error') {
      if (!isOwnCode(frame.code, this.#options.protocol)) {
        this.#options.onDeparture('error-spelling', `${outstanding.command.action}/${frame.code.slice(0, 50)}`)
      }
      this.#settle({ kind: 'error', code: neutralCode(frame.code), description: frame.description })
      return
    }
    if (frame.hasExtraParts) this.#options.onDeparture('extra-frame-parts', outstanding.command.action)
    const { payload } = frame
    const read = this.#options.readResult(outstanding.command.action, payload)
    if (read.kind === 'valid') {
      this.#settle({ kind: 'result', payload: read.payload })
      return
    }
    const { violation } = read
    const { action } = outstanding.command
    this.#options.onAnomaly({ kind: 'not-understood', id: frame.id, action, description: violation.description })
    // Only 2.1 has a way to say so (part 4 §4.2.3); before the next CALL, to which it does not belong.
    if (this.#options.protocol === 'ocpp2.1') {
      const code = errorCode(violation.kind, this.#options.protocol) ?? 'GenericError'
      this.#send(resultErrorFrame(frame.id, code, violation.description))
    }
    this.#settle({ kind: 'not-understood', description: violation.description, payload })
  }

  #resultRefused({ id, code, description }: Extract<Frame, { kind: 'result-error' }>): void {
    const action = this.#answered.findLast((answer) => answer.id === id)?.action ?? null
    this.#options.onAnomaly({ kind: 'result-refused', id, action, code: neutralCode(code), description })
  }

  #settle(outcome: CallOutcome): void {
    const outstanding = this.#outstanding
    if (!outstanding) return
    clearTimeout(outstanding.timer)
    this.#outstanding = null
    outstanding.command.settle(outcome)
    this.#sendNext()
  }

  #sendNext(): void {
    if (this.#outstanding || this.#closed) return
    const command = this.#commands.shift()
    if (!command) return
    const timer = setTimeout(() => this.#settle({ kind: 'timeout' }), this.#options.callTimeoutMs)
    this.#outstanding = { command, timer }
    this.#send(callFrame(command.id, command.action, command.payload))
  }

  #send(text: string): void {
    if (!this.#closed) this.#options.socket.send(text)
  }
}
