import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { fillSentence } from '@shared/errors'
import type { CallRefusal } from '@shared/ocpp/refusedCall'
import type { Protocol } from '@shared/ocpp/station'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { Logger } from 'pino'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import type { RefusedCall } from '../../access/refusedCalls'
import type { CsmsLimits } from '../limits'
import { type Caller, readCaller } from './caller'
import { type ClientCertificate, clientCertificate } from './clientCertificate'
import { originOf } from './origin'
import { plainAddress } from './port'
import { createTextSender } from './textSender'
import { isOldTls, tlsVersionOf } from './tlsVersion'

/** Who stands at the door, and how it came there. */
export interface Visitor extends Extract<Caller, { kind: 'station' }> {
  readonly remoteAddress: string
  readonly transport: 'ws' | 'wss'
  /** As Node names it, such as `TLSv1.3`; null without TLS. */
  readonly tlsVersion: string | null
  /** `Authorization` of the upgrade request, as it was written. */
  readonly authorization: string | undefined
  /** What it showed of itself in the TLS handshake; null when nothing. */
  readonly certificate: ClientCertificate | null
  /** `http://address:port` or `https://…` under which the caller reaches this port. */
  readonly httpOrigin: string
}

/** A caller that is let in, and how it proved who it is. */
export interface Admitted {
  readonly kind: 'in'
  readonly authenticated: boolean
  /** Of the certificate that it proved that with, lower-case hex. */
  readonly certificateSerialNumber?: string
}

/** An HTTP answer instead of the upgrade. */
export interface Refusal {
  readonly kind: 'out'
  readonly status: number
  readonly message: string
  readonly reason: CallRefusal
  /** What a sentence about it needs. */
  readonly data: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

export interface DoorOptions {
  readonly limits: CsmsLimits
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Answers plain HTTP requests; where there is none, or it does not take one, they are told about WebSocket. */
  readonly http?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Decides about a caller before the upgrade. */
  readonly admit: (visitor: Visitor) => Promise<Refusal | Admitted>
  /** Takes note of a caller that was turned away. @returns how often that has happened with this kind of caller */
  readonly onRefused: (call: RefusedCall, message: string) => number
  readonly onConnection: (
    socket: WebSocket,
    visitor: Visitor,
    admitted: Admitted,
    /** Sends a text message on the socket. */
    send: (text: string) => void,
  ) => void
}

/**
 * Everything between a port and the stations: the upgrade, what can be refused before it, and the limits that all ports
 * share. Everything that can be refused is refused before the upgrade, as an HTTP answer with a sentence: that is what a
 * charger's own log shows.
 */
export interface Door {
  /** Takes the callers of a port. */
  serve(server: Server | TlsServer, transport: Visitor['transport']): void
  /** Waits for the end of all WebSockets. */
  close(): Promise<void>
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

export function createDoor(options: DoorOptions): Door {
  const { limits, log } = options
  // Its types don't know closeTimeout yet.
  const settings: ServerOptions & { readonly closeTimeout: number } = {
    noServer: true,
    maxPayload: limits.maxFrameBytes,
    clientTracking: true,
    // Whoever does not answer a goodbye is ended: a station that was refused could go on otherwise.
    closeTimeout: limits.closeGraceMs,
    // Part 4 of OCPP 2.x asks for RFC 7692. Without context takeover no dictionary is kept between two messages.
    perMessageDeflate: {
      serverNoContextTakeover: true,
      clientNoContextTakeover: true,
      threshold: limits.compressedFromBytes,
      concurrencyLimit: limits.compressionsAtOnce,
      zlibDeflateOptions: { memLevel: limits.compressionMemLevel },
    },
    // The choice was made by readCaller; ws asks once more to write the header.
    handleProtocols: (offered) => chosen(offered),
  }
  const webSockets = new WebSocketServer(settings)
  const perAddress = new Map<string, number>()
  let connections = 0

  const serve: Door['serve'] = (server, transport) => {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // Who has got an answer and goes on sending, or never comes to an end, would keep the connection for ever.
      // A request that is given up in the middle of its body knows its socket no more.
      const { socket } = request
      response.once('finish', () => {
        if (!request.complete) endSoon(socket)
      })
      if (options.http?.(request, response)) return
      // Names the protocol that is wanted (RFC 9110 §15.5.22).
      const upgrade = { upgrade: 'websocket', connection: 'upgrade, close' }
      response.writeHead(426, { 'content-type': 'text/plain; charset=utf-8', ...upgrade })
      response.end(`${words.upgrade.notWebSocket}\n`)
    })
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      upgrade(request, socket, head, transport).catch((error) => {
        log.error({ error }, 'upgrade failed')
        end(socket, { status: 500, message: words.upgrade.failed })
      })
    })
  }

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer, transport: Visitor['transport']) => {
    socket.on('error', () => socket.destroy())
    const remoteAddress = plainAddress(request.socket.remoteAddress)
    const turnAway = (refusal: Refusal, identity: string | null) => {
      noteRefused(refusal, { identity, remoteAddress, transport }, request)
      end(socket, refusal)
    }
    const caller = readCaller(request)
    if (caller.kind === 'refused') return turnAway({ ...caller, kind: 'out' }, caller.identity)
    const tlsVersion = tlsVersionOf(request.socket)
    const tooOld = oldTlsRefusal(tlsVersion, caller.protocol)
    if (tooOld) return turnAway(tooOld, caller.identity)
    const crowded = crowding(remoteAddress)
    if (crowded) return turnAway(crowded, caller.identity)
    // Counted from here on, so that callers who wait for their answer count too.
    connections += 1
    perAddress.set(remoteAddress, (perAddress.get(remoteAddress) ?? 0) + 1)
    socket.once('close', () => forget(remoteAddress))
    const { localAddress, localPort } = request.socket
    const visitor: Visitor = {
      ...caller,
      remoteAddress,
      transport,
      tlsVersion,
      authorization: request.headers.authorization,
      certificate: transport === 'wss' ? clientCertificate(request.socket) : null,
      httpOrigin: originOf({
        scheme: transport === 'wss' ? 'https' : 'http',
        host: request.headers.host,
        localAddress,
        localPort,
      }),
    }
    const decision = await options.admit(visitor)
    if (decision.kind === 'out') return turnAway(decision, visitor.identity)
    if (socket.destroyed) return
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      options.onConnection(webSocket, visitor, decision, createTextSender(webSocket, socket))
    })
  }

  const crowding = (remoteAddress: string): Refusal | null => {
    const isFull = connections >= limits.connections
    if (!isFull && (perAddress.get(remoteAddress) ?? 0) < limits.connectionsPerAddress) return null
    const message = words.upgrade.tooManyConnections
    return { kind: 'out', status: 503, message, reason: 'too-many-connections', data: {} }
  }

  const forget = (remoteAddress: string) => {
    connections -= 1
    const left = (perAddress.get(remoteAddress) ?? 1) - 1
    if (left > 0) perAddress.set(remoteAddress, left)
    else perAddress.delete(remoteAddress)
  }

  const noteRefused = (
    { reason, data, message, status }: Refusal,
    from: Pick<RefusedCall, 'identity' | 'remoteAddress' | 'transport'>,
    request: IncomingMessage,
  ) => {
    const path = loggedPath(request.url)
    const times = options.onRefused({ ...from, reason, data: { ...data, path } }, message)
    if (!isLogged(times)) return
    log.info({ remoteAddress: from.remoteAddress, path, status, why: message, times }, 'caller turned away')
  }

  /** Refuses a caller, and ends the socket also when the caller leaves its side open. */
  const end = (socket: Duplex, refusal: HttpAnswer) => {
    refuse(socket, refusal)
    // Read to its end, or the end would never be noticed.
    socket.resume()
    endSoon(socket)
  }

  const endSoon = (socket: Duplex) => {
    const timer = setTimeout(() => socket.destroy(), limits.closeGraceMs)
    socket.once('close', () => clearTimeout(timer))
  }

  return { serve, close: () => new Promise((resolve) => webSockets.close(() => resolve())) }
}

/** What is below TLS 1.2 is for OCPP 1.6 alone. */
function oldTlsRefusal(version: string | null, protocol: Protocol): Refusal | null {
  if (version === null || !isOldTls(version) || protocol === 'ocpp1.6') return null
  const message = fillSentence(words.upgrade.oldTls, { version })
  return { kind: 'out', status: 403, message, reason: 'tls-too-old', data: { version } }
}

function chosen(offered: Set<string>): string | false {
  const caller = readCaller({ url: '/x', headers: { 'sec-websocket-protocol': [...offered].join(',') } })
  return caller.kind === 'station' ? caller.protocol : false
}

type HttpAnswer = Pick<Refusal, 'status' | 'message' | 'headers'>

function refuse(socket: Duplex, { status, message, headers = {} }: HttpAnswer): void {
  const body = `${message}\n`
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? 'Error'}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  )
}

/** Whether a call is worth a line in the log, the how manieth of its kind it is: 1, 10, 100, … */
export function isLogged(times: number): boolean {
  return Number.isInteger(Math.log10(times))
}

/** Most characters of a caller's address that are logged. */
const LOGGED_PATH_MAX = 200

/** Without the query: some chargers carry their password in it. */
function loggedPath(url = ''): string {
  return (url.split(/[?#]/, 1)[0] ?? '').slice(0, LOGGED_PATH_MAX)
}
