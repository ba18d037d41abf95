import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { CsmsLimits } from '../limits'
import { chooseProtocol, dispatchSecure, type SecureRoute } from './alpn'
import type { Door } from './door'
import { failedAddress, listenOn, openSockets, type PortOptions, plainAddress } from './port'
import { type TlsChoice, type TlsCredentials, tlsContext } from './tlsContext'
import { LEFT_WITHOUT_A_WORD } from './tlsProblem'

export interface ListenerOptions extends PortOptions {
  readonly limits: CsmsLimits
  readonly door: Door
}

export interface Listener {
  readonly address: string
  readonly port: number
  /** Takes no more callers, and ends what is still open once it had time for a goodbye. */
  close(): Promise<void>
}

export interface TlsListener extends Listener {
  /** Meets those who connect from now on otherwise; who is connected stays so. */
  setCredentials(credentials: TlsCredentials, choice: TlsChoice): void
}

/** What both ports ask of Node's server. */
function httpLimits(limits: CsmsLimits) {
  return {
    headersTimeout: limits.handshakeMs,
    // None for the rest of a request: a log may come slowly. Whoever has no link for one is answered and ended at once.
    requestTimeout: 0,
    // Node looks for late callers only this often, and by default it is three times the limit itself.
    connectionsCheckingInterval: Math.min(limits.handshakeMs, 1_000),
    // Clients that would rather speak HTTP/2 say so in each request (h2c, RFC 7540 §3.2), and are to be answered as usual.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  }
}

async function open(server: Server | TlsServer, options: ListenerOptions): Promise<Listener> {
  const { limits } = options
  const sockets = openSockets(server)
  const address = await listenOn(server, options)
  return {
    address: address.address,
    port: address.port,
    async close() {
      // Those who were told goodbye may answer; whoever does not is ended.
      const timer = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, limits.closeGraceMs)
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      clearTimeout(timer)
    },
  }
}

/**
 * Opens the port for stations without TLS.
 * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE
 */
export function openListener(options: ListenerOptions): Promise<Listener> {
  const server = createServer(httpLimits(options.limits))
  options.door.serve(server, 'ws')
  return open(server, options)
}

/**
 * Opens the port for stations with TLS. A client certificate is asked for and none is refused here: the door decides,
 * because only there something can be said about it.
 * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE
 */
export async function openTlsListener(
  options: ListenerOptions & {
    readonly credentials: TlsCredentials
    readonly choice: TlsChoice
    /** What is spoken here beside HTTP. */
    readonly routes: readonly SecureRoute[]
    /** A handshake failed; nothing can be said to the caller any more. */
    readonly onFailed: (error: NodeJS.ErrnoException, remoteAddress: string) => void
  },
): Promise<TlsListener> {
  const { limits, routes } = options
  const server = createTlsServer({
    ...httpLimits(limits),
    ...tlsContext(options.credentials, options.choice),
    ALPNCallback: ({ protocols }) => chooseProtocol(routes, protocols),
    handshakeTimeout: limits.handshakeMs,
    requestCert: true,
    rejectUnauthorized: false,
  })
  // Asked while it is there: Node knows the address of a socket that has ended only when it was asked before.
  server.on('connection', (socket: Socket) => socket.remoteAddress)
  server.on('tlsClientError', (error, socket) => options.onFailed(error, failedAddress(socket)))
  // Some look at our certificate only when the handshake is over, and leave without a word.
  const spoken = new WeakSet<object>()
  const hear = ({ socket }: IncomingMessage) => void spoken.add(socket)
  server.on('request', hear).on('upgrade', hear)
  dispatchSecure(server, routes, (socket) => {
    const remoteAddress = plainAddress(socket.remoteAddress)
    socket.once('close', () => {
      if (!spoken.has(socket)) options.onFailed(new Error(LEFT_WITHOUT_A_WORD), remoteAddress)
    })
  })
  options.door.serve(server, 'wss')
  const listener = await open(server, options)
  return { ...listener, setCredentials: (fresh, choice) => server.setSecureContext(tlsContext(fresh, choice)) }
}
