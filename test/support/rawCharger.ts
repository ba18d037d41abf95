import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import type { Protocol } from '@shared/ocpp/station'
import { onTestFinished, TestRunner } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'

/** A charger that knows no OCPP: it speaks frames written by the test over a real socket. */
export class RawCharger {
  readonly socket: WebSocket
  /** Everything that came and was no answer to `call`, oldest first. */
  readonly unasked: unknown[][] = []
  readonly closed: Promise<{ code: number; reason: string }>
  readonly #answers = new Map<string, (frame: unknown[]) => void>()
  readonly #waiting: (() => void)[] = []
  #nextId = 1

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
    })
    socket.on('error', () => {})
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as unknown[]
      const answer = frame[0] === 2 ? undefined : this.#answers.get(String(frame[1]))
      this.#answers.delete(String(frame[1]))
      if (answer) return answer(frame)
      this.unasked.push(frame)
      this.#waiting.shift()?.()
    })
  }

  /**
   * Connects, until the test is over; one that is connected for all tests of a file stays until its site closes.
   * Rejects when the server refuses the upgrade.
   */
  static async connect(base: string, path: string, protocol: Protocol, options?: ClientOptions): Promise<RawCharger> {
    const charger = new RawCharger(new WebSocket(`${base}/${path}`, [protocol], options))
    if (TestRunner.getCurrentTest()) onTestFinished(() => charger.close())
    await once(charger.socket, 'open')
    return charger
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  /** Sends a CALL; gives the whole frame that answers it. */
  call(action: string, payload: object, id = `raw-${this.#nextId++}`): Promise<unknown[]> {
    return new Promise((resolve) => {
      this.#answers.set(id, resolve)
      this.send([2, id, action, payload])
    })
  }

  /** The payload of the CALLRESULT; throws when it was a CALLERROR. */
  async ask(action: string, payload: object, id?: string): Promise<Record<string, unknown>> {
    const answer = await this.call(action, payload, id)
    if (answer[0] !== 3) throw new Error(`${action} was answered ${JSON.stringify(answer)}`)
    return answer[2] as Record<string, unknown>
  }

  /** The next frame that nobody asked for, such as a command of the server. */
  async next(): Promise<unknown[]> {
    while (this.unasked.length === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return this.unasked.shift() ?? []
  }

  /** Waits for the next command of the server and answers it; gives the command. */
  async obey(payload: object): Promise<{ action: string; payload: Record<string, unknown> }> {
    const [, id, action, asked] = await this.next()
    this.send([3, id, payload])
    return { action: String(action), payload: asked as Record<string, unknown> }
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING) this.socket.terminate()
    else this.socket.close()
    await this.closed
  }
}

/** The HTTP answer to an upgrade that is refused; rejects when it is not. */
export function refusalOf(
  base: string,
  path: string,
  protocols: string[] = ['ocpp2.0.1'],
  options?: ClientOptions,
): Promise<{ status: number | undefined; body: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${base}/${path}`, protocols, options)
    socket.on('error', () => {})
    socket.on('open', () => reject(new Error('it was let in')))
    socket.on('unexpected-response', async (_, response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      resolve({ status: response.statusCode, body, headers: response.headers })
    })
  })
}

/** A BootNotification of the version. */
export function bootOf(protocol: Protocol, serialNumber = 'SN-1'): object {
  return protocol === 'ocpp1.6'
    ? { chargePointVendor: 'Vendor', chargePointModel: 'Model', chargePointSerialNumber: serialNumber }
    : { reason: 'PowerUp', chargingStation: { vendorName: 'Vendor', model: 'Model', serialNumber } }
}

/** An Authorize of the version for a card that is not known. */
export function authorizeOf(protocol: Protocol, token = 'FF'): object {
  return protocol === 'ocpp1.6' ? { idTag: token } : { idToken: { idToken: token, type: 'ISO14443' } }
}
