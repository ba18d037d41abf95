import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext } from 'node:tls'
import type { Protocol } from '@shared/ocpp/station'
import { firstFrame, maskedFrame, newMask } from './frames'

export interface RawChargerOptions {
  /** Base URL of the server, `ws://address:port`. */
  readonly url: string
  readonly identity: string
  readonly protocol: Protocol
  /** Address of this computer to call from, where a server counts connections by address. */
  readonly localAddress?: string
  /** What it shows of itself, for a server with TLS. */
  readonly secureContext?: SecureContext
  /** Told each text message of the server; the bytes are only good until it returns. */
  readonly onText: (bytes: Buffer) => void
  /** Told when the connection ends without `close`. */
  readonly onLost: (reason: string) => void
}

/** A WebSocket client of the least work: a socket, whole short frames, no compression. */
export interface RawCharger {
  send(text: string): void
  close(): void
}

const TEXT = 1
const PING = 9
const NOTHING = Buffer.alloc(0)

/** Opens a connection as a charger does; rejects when the server refuses the upgrade. */
export function openRawCharger(options: RawChargerOptions): Promise<RawCharger> {
  const { hostname, port } = new URL(options.url)
  const mask = newMask()
  let left: Buffer = NOTHING
  let closing = false

  const charger = (socket: Socket): RawCharger => ({
    send: (text) => socket.write(maskedFrame(text, mask)),
    close() {
      closing = true
      socket.destroy()
    },
  })

  const take = (socket: Socket, chunk: Buffer) => {
    left = left.length === 0 ? chunk : Buffer.concat([left, chunk])
    for (let frame = firstFrame(left); frame; frame = firstFrame(left)) {
      const payload = left.subarray(frame.start, frame.end)
      left = left.subarray(frame.end)
      if (frame.opcode === TEXT) options.onText(payload)
      // An empty pong (RFC 6455 §5.5.3): servers that ping end a connection that does not answer.
      else if (frame.opcode === PING) socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]))
    }
  }

  return new Promise((resolve, reject) => {
    const { localAddress, secureContext } = options
    const at = { host: hostname, port: Number(port), localAddress, noDelay: true }
    const socket = secureContext ? connectTls({ ...at, secureContext }) : connect(at)
    socket.once('error', reject)
    socket.once(secureContext ? 'secureConnect' : 'connect', () => socket.write(upgradeRequest(options, hostname)))
    let head: Buffer = NOTHING
    const readHead = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const status = head.toString('latin1', 0, head.indexOf('\r\n'))
      if (!status.startsWith('HTTP/1.1 101 ')) {
        closing = true
        socket.destroy()
        return reject(new Error(`${options.identity} was not let in: ${status}`))
      }
      socket.off('data', readHead)
      socket.on('data', (bytes: Buffer) => take(socket, bytes))
      socket.off('error', reject)
      socket.on('error', () => {})
      socket.on('close', () => {
        if (!closing) options.onLost(`${options.identity} lost its connection`)
      })
      resolve(charger(socket))
      take(socket, head.subarray(end + 4))
    }
    socket.on('data', readHead)
  })
}

function upgradeRequest({ identity, protocol }: RawChargerOptions, host: string): string {
  return [
    `GET /${identity} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Sec-WebSocket-Protocol: ${protocol}`,
    '\r\n',
  ].join('\r\n')
}
