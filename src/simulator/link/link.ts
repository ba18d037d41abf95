import type { IncomingMessage } from 'node:http'
import type { Protocol } from '@shared/ocpp/station'
import { type ClientOptions, type RawData, WebSocket } from 'ws'
import { type BackOff, reconnectDelay } from '../backOff'
import type { ChargerEvent } from '../chargerEvents'
import type { Cancel, Environment } from '../environment'
import type { ChargerFaults } from '../faults/faults'
import type { Timers } from '../timers'
import type { CallOutcome } from './callOutcome'
import { type Answer, Conversation } from './conversation'

/** Where and how to connect; asked for anew at each attempt, since password and certificate may change. */
export interface Address {
  readonly url: string
  readonly protocols: readonly string[]
  readonly options: ClientOptions
}

export interface LinkParts {
  readonly address: () => Address
  readonly protocol: Protocol
  readonly environment: Environment
  readonly timers: Timers
  readonly backOff: BackOff
  readonly callTimeoutSeconds: number
  readonly faults: ChargerFaults
  readonly emit: (event: ChargerEvent) => void
  readonly onOpen: () => void
  readonly onLost: () => void
  /** Answers a command of the server. */
  readonly onCommand: (action: string, payload: object) => Promise<Answer>
}

/** What of a refusal's body is kept, bytes. */
const BODY_LIMIT = 4096

/** How long the closing handshake may take, seconds. */
const CLOSE_SECONDS = 2

/** The charger's end of the wire: keeps one WebSocket open, comes back after a loss, carries the conversation. */
export class Link {
  readonly #parts: LinkParts
  readonly #conversation: Conversation
  #socket: WebSocket | null = null
  #running = false
  #cut = false
  /** The socket got as far as `connected`. */
  #opened = false
  #failures = 0
  /** The next attempt follows at once: the charger hung up by itself. */
  #atOnce = false
  #cancelRetry: Cancel = () => undefined

  constructor(parts: LinkParts) {
    this.#parts = parts
    this.#conversation = new Conversation({
      protocol: parts.protocol,
      environment: parts.environment,
      timers: parts.timers,
      callTimeoutSeconds: parts.callTimeoutSeconds,
      faults: parts.faults,
      emit: parts.emit,
      onCommand: parts.onCommand,
      send: (text) => this.#send(text),
      isOpen: () => this.isOpen,
    })
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  /** CALLs that wait for their turn or their answer. */
  get pending(): number {
    return this.#conversation.pending
  }

  /** Starts connecting; does nothing when it already runs. */
  start(): void {
    if (this.#running) return
    this.#running = true
    if (!this.#cut) this.#connect()
  }

  /** Closes the socket properly, at the latest after two seconds, and stays away. */
  async stop(): Promise<void> {
    this.#running = false
    this.#cancelRetry()
    const socket = this.#socket
    if (!socket) return
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const hurry = this.#parts.environment.after(CLOSE_SECONDS * 1000, () => socket.terminate())
    if (socket.readyState === WebSocket.CONNECTING) socket.terminate()
    else socket.close(1000, 'stopping')
    await closed
    hurry()
  }

  /** Pulls the plug: the socket is destroyed without a word, and there is no new one until `restore`. */
  drop(): void {
    this.#cut = true
    this.#cancelRetry()
    const socket = this.#socket
    if (!socket) return
    socket.terminate()
    this.#lost(socket, 1006, 'link dropped')
  }

  /** Puts the plug back and connects at once. */
  restore(): void {
    if (!this.#cut) return
    this.#cut = false
    this.#failures = 0
    if (this.#running && !this.#socket) this.#connect()
  }

  /** Hangs up and connects again at once: after a reset, or to use a new certificate (A02.FR.08). */
  reconnect(reason: string): void {
    const socket = this.#socket
    if (!socket || !this.isOpen) return
    this.#atOnce = true
    socket.close(1000, reason)
    this.#parts.timers.after(CLOSE_SECONDS, () => socket.terminate())
  }

  /** Sends a CALL when its turn comes: only one is outstanding at a time. Never rejects. */
  call(action: string, payload: object): Promise<CallOutcome> {
    return this.#conversation.call(action, payload)
  }

  /** Sends what nobody answers (SEND, 2.1). False when there is no link. */
  send(action: string, payload: object): boolean {
    return this.#conversation.send(action, payload)
  }

  /** Sends a text as it is, out of turn. False when there is no link. */
  sendText(text: string): boolean {
    if (!this.isOpen) return false
    this.#send(text)
    return true
  }

  #send(text: string): void {
    this.#parts.emit({ kind: 'frame', direction: 'out', text })
    this.#socket?.send(text)
  }

  #connect(): void {
    const { emit } = this.#parts
    const { url, protocols, options } = this.#parts.address()
    let socket: WebSocket
    try {
      socket = new WebSocket(url, [...protocols], { perMessageDeflate: false, ...options })
    } catch (cause) {
      emit({ kind: 'unreachable', message: String(cause) })
      this.#retryLater()
      return
    }
    this.#socket = socket
    let answered = false
    socket.on('open', () => {
      if (this.#socket !== socket) return
      if (protocols.length > 0 && socket.protocol !== this.#parts.protocol) {
        emit({ kind: 'violation', about: 'subprotocol', problems: [`chose "${socket.protocol}", not spoken here`] })
        socket.close(1002, 'subprotocol not spoken')
        return
      }
      this.#failures = 0
      this.#opened = true
      emit({ kind: 'connected', protocol: socket.protocol })
      this.#parts.onOpen()
    })
    socket.on('message', (data, isBinary) => {
      if (this.#socket !== socket) return
      if (isBinary) emit({ kind: 'violation', about: 'frame', problems: ['a binary frame'] })
      else this.#receive(textOf(data))
    })
    socket.on('unexpected-response', (_request, response) => {
      answered = true
      readBody(response, (body) => {
        emit({ kind: 'refused', statusCode: response.statusCode ?? 0, body })
        socket.terminate()
      })
    })
    socket.on('error', (error) => {
      if (this.#socket === socket && !answered) emit({ kind: 'unreachable', message: error.message })
    })
    socket.on('close', (code, reason) => this.#lost(socket, code, reason.toString()))
  }

  #receive(text: string): void {
    this.#parts.emit({ kind: 'frame', direction: 'in', text })
    this.#conversation.receive(text)
  }

  #lost(socket: WebSocket, code: number, reason: string): void {
    if (this.#socket !== socket) return
    this.#socket = null
    if (this.#opened) {
      this.#opened = false
      this.#conversation.lost()
      this.#parts.emit({ kind: 'disconnected', code, reason })
      this.#parts.onLost()
    }
    if (this.#running && !this.#cut) this.#retryLater()
  }

  #retryLater(): void {
    const { backOff, environment, timers } = this.#parts
    if (!this.#atOnce) this.#failures += 1
    const wait = this.#atOnce ? 0 : reconnectDelay(backOff, this.#failures, environment.random())
    this.#atOnce = false
    this.#cancelRetry = timers.after(wait, () => {
      if (this.#running && !this.#cut && !this.#socket) this.#connect()
    })
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8')
}

function readBody(response: IncomingMessage, done: (body: string) => void): void {
  let body = ''
  let told = false
  const tell = () => {
    if (told) return
    told = true
    done(body.slice(0, BODY_LIMIT))
  }
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    body += chunk
    if (body.length >= BODY_LIMIT) tell()
  })
  response.on('end', tell)
  response.on('error', tell)
  response.on('close', tell)
}
