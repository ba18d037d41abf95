import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { AppError } from '@shared/errors'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { Logger } from 'pino'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import type { CsmsLimits } from '../limits'
import { type Caller, readCaller } from './caller'
import { originOf } from './origin'
import { createTextSender } from './textSender'

export interface ListenerOptions {
  readonly bind: string
  /** 0 takes any free port. */
  readonly port: number
  /** The command-line option that sets the port, for the sentence when it is taken. */
  readonly portOption: string
  readonly limits: CsmsLimits
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Answers plain HTTP requests; where there is none, or it does not take one, they are told about WebSocket. */
  readonly http?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Decides about a caller before the upgrade: null lets it in. */
  readonly admit: (caller: Extract<Caller, { kind: 'station' }>, remoteAddress: string) => Promise<Refusal | null>
  readonly onConnection: (
    socket: WebSocket,
    caller: Extract<Caller, { kind: 'station' }>,
    remoteAddress: string,
    /** Sends a text message on the socket. */
    send: (text: string) => void,
    /** `http://address:port` under which the caller reaches this port. */
    httpOrigin: string,
  ) => void
}

/** An HTTP answer instead of the upgrade. */
export interface Refusal {
  readonly status: number
  readonly message: string
}

export interface Listener {
  readonly address: string
  readonly port: number
  /** Stops listening and ends what is still open. */
  close(): Promise<void>
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/**
 * Opens the WebSocket port for stations. Everything that can be refused is refused before the upgrade, as an HTTP
 * answer with a sentence: that is what a charger's own log shows.
 * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE
 */
export async function openListener(options: ListenerOptions): Promise<Listener> {
  const { limits, log } = options
  const server = createServer({
    headersTimeout: limits.handshakeMs,
    // None for the rest of a request: a log may come slowly. Whoever has no link for one is answered and ended at once.
    requestTimeout: 0,
    // Node looks for late callers only this often, and by default it is three times the limit itself.
    connectionsCheckingInterval: Math.min(limits.handshakeMs, 1_000),
  })
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
  // The server forgets a socket once it is upgraded or refused; somebody has to end it when its caller does not.
  const sockets = new Set<Socket>()

  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', (request, response) => {
    if (options.http?.(request, response)) return
    response.writeHead(426, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
    response.end(`${words.upgrade.notWebSocket}\n`)
  })
  server.on('upgrade', (request, socket, head) => {
    upgrade(request, socket, head).catch((error) => {
      log.error({ error }, 'upgrade failed')
      end(socket, { status: 500, message: words.upgrade.failed })
    })
  })

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const remoteAddress = plainAddress(request.socket.remoteAddress)
    const caller = readCaller(request)
    if (caller.kind === 'refused') return turnAway(socket, caller, request, remoteAddress)
    const crowded = crowding(remoteAddress)
    if (crowded) return turnAway(socket, crowded, request, remoteAddress)
    // Counted from here on, so that callers who wait for their answer count too.
    connections += 1
    perAddress.set(remoteAddress, (perAddress.get(remoteAddress) ?? 0) + 1)
    socket.once('close', () => forget(remoteAddress))
    const refusal = await options.admit(caller, remoteAddress)
    if (refusal) return turnAway(socket, refusal, request, remoteAddress)
    if (socket.destroyed) return
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const { localAddress, localPort } = request.socket
      const httpOrigin = originOf({ host: request.headers.host, localAddress, localPort })
      options.onConnection(webSocket, caller, remoteAddress, createTextSender(webSocket, socket), httpOrigin)
    })
  }

  const crowding = (remoteAddress: string): Refusal | null => {
    const message = words.upgrade.tooManyConnections
    if (connections >= limits.connections) return { status: 503, message }
    if ((perAddress.get(remoteAddress) ?? 0) >= limits.connectionsPerAddress) return { status: 503, message }
    return null
  }

  const forget = (remoteAddress: string) => {
    connections -= 1
    const left = (perAddress.get(remoteAddress) ?? 1) - 1
    if (left > 0) perAddress.set(remoteAddress, left)
    else perAddress.delete(remoteAddress)
  }

  const turnAway = (socket: Duplex, refusal: Refusal, request: IncomingMessage, remoteAddress: string) => {
    const path = loggedPath(request.url)
    log.info({ remoteAddress, path, status: refusal.status, why: refusal.message }, 'caller turned away')
    end(socket, refusal)
  }

  /** Refuses a caller, and ends the socket also when the caller leaves its side open. */
  const end = (socket: Duplex, refusal: Refusal) => {
    refuse(socket, refusal)
    // Read to its end, or the end would never be noticed.
    socket.resume()
    const timer = setTimeout(() => socket.destroy(), limits.closeGraceMs)
    socket.once('close', () => clearTimeout(timer))
  }

  const address = await listen(server, options)
  return {
    address: address.address,
    port: address.port,
    async close() {
      // Those who were told goodbye may answer; whoever does not is ended.
      const timer = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, limits.closeGraceMs)
      // Both: a WebSocket tells its end a moment after the connection below it, and that end is still to be kept.
      const ended = new Promise<void>((resolve) => webSockets.close(() => resolve()))
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      await ended
      clearTimeout(timer)
    },
  }
}

function chosen(offered: Set<string>): string | false {
  const caller = readCaller({ url: '/x', headers: { 'sec-websocket-protocol': [...offered].join(',') } })
  return caller.kind === 'station' ? caller.protocol : false
}

function refuse(socket: Duplex, { status, message }: Refusal): void {
  const body = `${message}\n`
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? 'Error'}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

/** Most characters of a caller's address that are logged. */
const LOGGED_PATH_MAX = 200

/** Without the query: some chargers carry their password in it. */
function loggedPath(url = ''): string {
  return (url.split(/[?#]/, 1)[0] ?? '').slice(0, LOGGED_PATH_MAX)
}

/** The address as people write it: an IPv4 address on a dual-stack socket without its IPv6 prefix. */
function plainAddress(address: string | undefined): string {
  return (address ?? 'unknown').replace(/^::ffff:/, '')
}

function listen(server: Server, { bind, port, portOption }: ListenerOptions): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const facts = { address: bind, port, option: portOption }
      if (error.code === 'EADDRINUSE') reject(new AppError('PORT_IN_USE', facts, { cause: error }))
      else if (error.code === 'EACCES') reject(new AppError('PORT_FORBIDDEN', facts, { cause: error }))
      else if (error.code === 'EADDRNOTAVAIL') reject(new AppError('ADDRESS_NOT_AVAILABLE', facts, { cause: error }))
      else reject(error)
    })
    server.listen(port, bind, () => resolve(server.address() as AddressInfo))
  })
}
