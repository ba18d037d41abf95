import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

export interface ReceivedCall {
  readonly id: string
  readonly action: string
  readonly payload: Record<string, unknown>
}

type Responder = (
  payload: Record<string, unknown>,
  call: ReceivedCall,
) => object | 'silence' | readonly [string, string]

/** A central system that knows no OCPP: it speaks raw frames over a real socket, and answers as the test says. */
export class RawServer {
  readonly calls: ReceivedCall[] = []
  /** 2.1: what came without asking for an answer. */
  readonly sends: ReceivedCall[] = []
  /** 2.1: answers of ours that could not be taken: id and code. */
  readonly refusedAnswers: (readonly [id: string, code: string])[] = []
  readonly upgrades: IncomingMessage[] = []
  /** What it does with an upgrade: null lets it in, else the status and body to refuse with. */
  refuseWith: { readonly status: number; readonly body: string } | null = null
  readonly #http: ReturnType<typeof createServer>
  readonly #scheme: 'ws' | 'wss'
  readonly #sockets = new WebSocketServer({ noServer: true })
  readonly #responders = new Map<string, Responder>()
  readonly #answers = new Map<string, (frame: unknown[]) => void>()
  readonly #waiters = new Set<() => void>()
  #socket: WebSocket | null = null
  #nextId = 1

  constructor(tls?: ServerOptions) {
    this.#http = tls ? createTlsServer(tls) : createServer()
    this.#scheme = tls ? 'wss' : 'ws'
    this.#http.on('upgrade', (request, socket, head) => {
      this.upgrades.push(request)
      if (this.refuseWith) {
        const { status, body } = this.refuseWith
        socket.end(
          `HTTP/1.1 ${status} No\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
        )
        this.#wake()
        return
      }
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.#socket = webSocket
        webSocket.on('message', (data) => this.#receive(webSocket, String(data)))
        this.#wake()
      })
    })
  }

  /** Starts it; `url` is the base for a charger. */
  static async open(tls?: ServerOptions): Promise<RawServer> {
    const server = new RawServer(tls)
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  /** How many sockets are open now. */
  get connections(): number {
    return this.#sockets.clients.size
  }

  /** Says how an action is answered: a payload, `[code, description]` for a CALLERROR, or `'silence'`. */
  on(action: string, responder: Responder): this {
    this.#responders.set(action, responder)
    return this
  }

  /** Sends a CALL and returns the whole frame that answers it. */
  command(action: string, payload: object): Promise<unknown[]> {
    const id = `server-${this.#nextId++}`
    return new Promise((resolve) => {
      this.#answers.set(id, resolve)
      this.send(JSON.stringify([2, id, action, payload]))
    })
  }

  /** Waits for the answer with an id of the test's own choice. */
  answerTo(id: string): Promise<unknown[]> {
    return new Promise((resolve) => this.#answers.set(id, resolve))
  }

  send(text: string): void {
    this.#socket?.send(text)
  }

  hangUp(): void {
    this.#socket?.terminate()
  }

  of(action: string): ReceivedCall[] {
    return this.calls.filter((call) => call.action === action)
  }

  /** Resolves when `count` calls of the action have come in. */
  async until(action: string, count = 1): Promise<ReceivedCall[]> {
    await this.untilTrue(() => this.of(action).length >= count)
    return this.of(action)
  }

  async untilTrue(test: () => boolean): Promise<void> {
    while (!test()) await new Promise<void>((resolve) => this.#waiters.add(resolve))
  }

  async close(): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  #receive(socket: WebSocket, text: string): void {
    const frame = JSON.parse(text) as unknown[]
    if (frame[0] === 6) {
      const [, id, action, payload] = frame as [number, string, string, Record<string, unknown>]
      this.sends.push({ id, action, payload })
      this.#wake()
      return
    }
    if (frame[0] === 5) {
      this.refusedAnswers.push([String(frame[1]), String(frame[2])])
      this.#wake()
      return
    }
    if (frame[0] !== 2) {
      const answer = this.#answers.get(String(frame[1]))
      this.#answers.delete(String(frame[1]))
      answer?.(frame)
      this.#wake()
      return
    }
    const [, id, action, payload] = frame as [number, string, string, Record<string, unknown>]
    const call = { id, action, payload }
    this.calls.push(call)
    const reply = this.#responders.get(action)?.(payload, call) ?? {}
    if (Array.isArray(reply)) socket.send(JSON.stringify([4, id, reply[0], reply[1], {}]))
    else if (reply !== 'silence') socket.send(JSON.stringify([3, id, reply]))
    this.#wake()
  }

  #wake(): void {
    const waiting = [...this.#waiters]
    this.#waiters.clear()
    for (const wake of waiting) wake()
  }
}

/** A server that lets every charger in, with proper answers for both versions. */
export async function openFriendlyServer(tls?: ServerOptions): Promise<RawServer> {
  const server = await RawServer.open(tls)
  let transactionId = 100
  return server
    .on('BootNotification', () => ({ status: 'Accepted', currentTime: new Date().toISOString(), interval: 300 }))
    .on('Heartbeat', () => ({ currentTime: new Date().toISOString() }))
    .on('Authorize', (payload) => {
      return 'idTag' in payload ? { idTagInfo: { status: 'Accepted' } } : { idTokenInfo: { status: 'Accepted' } }
    })
    .on('StartTransaction', () => ({ transactionId: transactionId++, idTagInfo: { status: 'Accepted' } }))
    .on('TransactionEvent', ({ idToken }) => (idToken ? { idTokenInfo: { status: 'Accepted' } } : {}))
    .on('SignCertificate', () => ({ status: 'Accepted' }))
}
