import type { Protocol } from '@shared/ocpp/station'
import type { ChargerEvent } from '../chargerEvents'
import type { Cancel, Environment } from '../environment'
import type { ChargerFaults } from '../faults/faults'
import { bendErrorCode, bendRequest } from '../faults/quirks'
import type { Timers } from '../timers'
import type { CallOutcome } from './callOutcome'
import { errorCode, isErrorCode, type Refusal } from './errorCodes'
import { callText, errorText, type Frame, readFrame, resultErrorText, resultText, sendText } from './frames'
import { checkRequest, checkResponse, checkSend, knowsAction, requestSchema } from './schemas'

/** What the charger says to a command of the server. */
export type Answer =
  | {
      readonly kind: 'answer'
      readonly payload: object
      /** What follows once the answer is on its way. */
      readonly afterwards?: () => void
    }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly description: string }
  /** An error with whatever code: a fault on command. */
  | { readonly kind: 'error'; readonly code: string }
  /** Says nothing at all: a fault on command. */
  | { readonly kind: 'silence' }

export interface ConversationParts {
  readonly protocol: Protocol
  readonly environment: Environment
  readonly timers: Timers
  readonly callTimeoutSeconds: number
  readonly faults: ChargerFaults
  readonly emit: (event: ChargerEvent) => void
  readonly onCommand: (action: string, payload: object) => Promise<Answer>
  readonly send: (text: string) => void
  readonly isOpen: () => boolean
}

interface Waiting {
  readonly action: string
  readonly payload: object
  /** It is a second copy of another one. */
  readonly again: boolean
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
      this.#waiting.push({ action, payload, again: false, settle })
      this.#next()
    })
  }

  /** Sends what nobody answers (SEND, 2.1), out of turn. False when there is no link. */
  send(action: string, payload: object): boolean {
    if (!this.#parts.isOpen()) return false
    this.#parts.send(sendText(this.#parts.environment.newId(), action, payload))
    return true
  }

  receive(text: string): void {
    const { emit, protocol } = this.#parts
    const frame = readFrame(text, protocol)
    switch (frame.kind) {
      case 'call':
        this.#command(frame)
        return
      case 'result':
      case 'error':
        this.#answer(frame, text)
        return
      case 'result-error':
        emit({ kind: 'answer-refused', id: frame.id, code: frame.code, description: frame.description })
        if (!isErrorCode(protocol, frame.code)) this.#violation('CALLRESULTERROR', [`"${frame.code}" is no code`])
        return
      case 'send': {
        // 2.1 has no unconfirmed message from the server to a charger; whatever comes is never answered.
        const check = checkSend(protocol, frame.action, frame.payload)
        this.#violation('SEND', check.ok ? [`${frame.action} is sent by chargers only`] : check.problems)
        return
      }
      case 'other':
        this.#violation('frame', [`message type ${frame.messageType}`])
        // 1.6 and 2.1 ignore types they do not know (1.6 J and 2.1 part 4 §4.1.3); 2.0.1 part 4 §4.4 has a code for them.
        if (protocol === 'ocpp2.0.1') this.#refuse(frame.id ?? '-1', 'unknown-message-type', 'unknown type')
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
    const { duplicate, quirks } = this.#parts.faults
    const schema = requestSchema(this.#parts.protocol, call.action)
    const text = callText(id, call.action, bendRequest(quirks, call.action, call.payload, schema))
    this.#parts.send(text)
    if (!duplicate || call.again || (duplicate.actions !== 'all' && !duplicate.actions.includes(call.action))) return
    if (duplicate.ids === 'same') this.#parts.send(text)
    else {
      const { action, payload } = call
      const settle = (outcome: CallOutcome) =>
        this.#parts.emit({ kind: 'call-answered', action, request: payload, outcome })
      this.#waiting.unshift({ action, payload, again: true, settle })
    }
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
      // 2.1 part 4 §4.2.3: whoever answered is told that the answer was none.
      if (protocol === 'ocpp2.1') {
        this.#parts.send(resultErrorText(frame.id, errorCode(protocol, check.refusal), check.problems.join('; ')))
      }
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
    if (answer.kind === 'error') {
      this.#parts.send(errorText(id, answer.code, 'told to fail'))
      return
    }
    if (answer.kind === 'refusal') {
      this.#refuse(id, answer.refusal, answer.description)
      return
    }
    this.#parts.send(resultText(id, answer.payload))
    this.#parts.emit({ kind: 'command-answered', action, answer: answer.payload })
    answer.afterwards?.()
  }

  #refuse(id: string, refusal: Refusal, description: string): void {
    const code = bendErrorCode(this.#parts.faults.quirks, errorCode(this.#parts.protocol, refusal))
    this.#parts.send(errorText(id, code, description))
  }

  #violation(about: string, problems: readonly string[]): void {
    this.#parts.emit({ kind: 'violation', about, problems })
  }
}
