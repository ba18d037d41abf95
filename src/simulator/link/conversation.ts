import type { Protocol } from '@shared/ocpp/station'
import type { ChargerEvent } from '../chargerEvents'
import type { Cancel, Environment } from '../environment'
import type { Timers } from '../timers'
import type { CallOutcome } from './callOutcome'
import { errorCode, isErrorCode, type Refusal } from './errorCodes'
import { callText, errorText, type Frame, readFrame, resultText } from './frames'
import { checkRequest, checkResponse, knowsAction } from './schemas'

/** What the charger says to a command of the server. */
export type Answer =
  | {
      readonly kind: 'answer'
      readonly payload: object
      /** What follows once the answer is on its way. */
      readonly afterwards?: () => void
    }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly description: string }
  /** Says nothing at all: a fault on command. */
  | { readonly kind: 'silence' }

export interface ConversationParts {
  readonly protocol: Protocol
  readonly environment: Environment
  readonly timers: Timers
  readonly callTimeoutSeconds: number
  readonly emit: (event: ChargerEvent) => void
  readonly onCommand: (action: string, payload: object) => Promise<Answer>
  readonly send: (text: string) => void
  readonly isOpen: () => boolean
}

interface Waiting {
  readonly action: string
  readonly payload: object
  readonly settle: (outcome: CallOutcome) => void
}

interface Outstanding extends Waiting {
  readonly id: string
  readonly cancelTimeout: Cancel
}

/** The charger's half of OCPP-J: one CALL outstanding, ids, time-outs, and a sharp eye on what the server sends. */
export class Conversation {
  readonly #parts: ConversationParts
  #waiting: Waiting[] = []
  #outstanding: Outstanding | null = null
  /** Ids of commands that have not been answered yet; a server that keeps the rules has one at most. */
  readonly #commands = new Set<string>()

  constructor(parts: ConversationParts) {
    this.#parts = parts
  }

  /** CALLs that wait for their turn or their answer. */
  get pending(): number {
    return this.#waiting.length + (this.#outstanding ? 1 : 0)
  }

  call(action: string, payload: object): Promise<CallOutcome> {
    if (!this.#parts.isOpen()) return Promise.resolve({ kind: 'offline' })
    return new Promise((resolve) => {
      const settle = (outcome: CallOutcome) => {
        this.#parts.emit({ kind: 'call-answered', action, request: payload, outcome })
        resolve(outcome)
      }
      this.#waiting.push({ action, payload, settle })
      this.#next()
    })
  }

  receive(text: string): void {
    const frame = readFrame(text)
    switch (frame.kind) {
      case 'call':
        this.#command(frame)
        return
      case 'result':
      case 'error':
        this.#answer(frame, text)
        return
      case 'other':
        this.#violation('frame', [`message type ${frame.messageType}`])
        // 1.6 ignores types it does not know (1.6 J §4.1.3); 2.0.1 part 4 §4.4 has a code for them.
        if (this.#parts.protocol !== 'ocpp1.6') this.#refuse(frame.id ?? '-1', 'unknown-message-type', 'unknown type')
        return
      case 'unreadable':
        this.#violation('frame', [frame.why])
        return
    }
  }

  /** The link broke: nobody will answer any more. */
  lost(): void {
    const open = this.#outstanding ? [this.#outstanding, ...this.#waiting] : this.#waiting
    this.#outstanding?.cancelTimeout()
    this.#outstanding = null
    this.#waiting = []
    this.#commands.clear()
    for (const { settle } of open) settle({ kind: 'offline' })
  }

  #next(): void {
    if (this.#outstanding || !this.#parts.isOpen()) return
    const call = this.#waiting.shift()
    if (!call) return
    const id = this.#parts.environment.newId()
    const cancelTimeout = this.#parts.timers.after(this.#parts.callTimeoutSeconds, () =>
      this.#settle({ kind: 'timeout' }),
    )
    this.#outstanding = { ...call, id, cancelTimeout }
    this.#parts.send(callText(id, call.action, call.payload))
  }

  #settle(outcome: CallOutcome): void {
    const call = this.#outstanding
    if (!call) return
    call.cancelTimeout()
    this.#outstanding = null
    call.settle(outcome)
    this.#next()
  }

  #answer(frame: Extract<Frame, { kind: 'result' | 'error' }>, text: string): void {
    const { protocol } = this.#parts
    const call = this.#outstanding
    if (!call || call.id !== frame.id) {
      this.#parts.emit({ kind: 'stray-answer', id: frame.id, text })
      return
    }
    if (frame.kind === 'error') {
      const { code, description, details } = frame
      if (!isErrorCode(protocol, code)) this.#violation(`${call.action} error`, [`"${code}" is no code of ${protocol}`])
      this.#settle({ kind: 'error', code, description, details })
      return
    }
    const check = checkResponse(protocol, call.action, frame.payload)
    if (!check.ok) {
      this.#violation(`${call.action} response`, check.problems)
      this.#settle({ kind: 'invalid', problems: check.problems })
      return
    }
    this.#settle({ kind: 'answered', payload: frame.payload })
  }

  #command({ id, action, payload }: Extract<Frame, { kind: 'call' }>): void {
    const { protocol, emit } = this.#parts
    // One outstanding CALL a direction (2.0.1 part 4 §4.1.1: SHALL; 1.6 J: SHOULD).
    if (this.#commands.size > 0) this.#violation(action, ['sent before the CALL before it was answered'])
    emit({ kind: 'command-received', action, payload })
    if (!knowsAction(protocol, action)) {
      this.#violation(action, [`no action of ${protocol}`])
      this.#refuse(id, 'unknown-action', `${action} is not known`)
      return
    }
    const check = checkRequest(protocol, action, payload)
    if (!check.ok) {
      this.#violation(`${action} request`, check.problems)
      this.#refuse(id, check.refusal, check.problems.join('; '))
      return
    }
    this.#commands.add(id)
    void this.#carryOut(id, action, payload)
  }

  async #carryOut(id: string, action: string, payload: object): Promise<void> {
    const answer = await this.#parts.onCommand(action, payload)
    // The link may have broken meanwhile; an answer on another link would be an answer to nothing.
    if (!this.#commands.delete(id)) return
    if (answer.kind === 'silence') return
    if (answer.kind === 'refusal') {
      this.#refuse(id, answer.refusal, answer.description)
      return
    }
    this.#parts.send(resultText(id, answer.payload))
    this.#parts.emit({ kind: 'command-answered', action, answer: answer.payload })
    answer.afterwards?.()
  }

  #refuse(id: string, refusal: Refusal, description: string): void {
    this.#parts.send(errorText(id, errorCode(this.#parts.protocol, refusal), description))
  }

  #violation(about: string, problems: readonly string[]): void {
    this.#parts.emit({ kind: 'violation', about, problems })
  }
}
