import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Seat } from '../../operators/seats'
import type { ServiceContext } from '../../service/context'
import type { SiteRouter } from '../../siteRouter'
import { faultsOf } from '../faults'
import { feedsOfSeat } from '../feedsOfSeat'
import type { WebLimits } from './limits'

/** The console's WebSockets. */
export interface RpcSockets {
  /** Takes over an upgrade request that has been let in, for that seat. False when there are too many already. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, seat: Seat): boolean
  close(): void
}

/** Code of RFC 6455 §7.4.1 for a server that goes away; the console reconnects by itself. */
const GOING_AWAY = 1001

/**
 * Serves the contract over WebSockets. What is sent waits until the one before has left this process, so that a feed
 * is asked for its next state only when the reader has taken the last: a slow one gets the newest state, no backlog.
 */
export function createRpcSockets(
  router: SiteRouter,
  limits: Pick<WebLimits, 'messageBytes' | 'sockets' | 'pingMs'>,
  log: Pick<Logger, 'error'>,
): RpcSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false })
  const handler = new RPCHandler<ServiceContext>(router, { clientInterceptors: [feedsOfSeat, faultsOf(log)] })
  const alive = new WeakSet<WebSocket>()

  const serve = (socket: WebSocket, seat: Seat) => {
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    // A broken frame or a reset; `close` follows and ends the calls of this socket.
    socket.on('error', () => {})
    void handler.upgrade(
      { addEventListener: socket.addEventListener.bind(socket), send: sendWhole(socket) },
      { context: { actor: 'console', seat } },
    )
    // A browser that is no longer known has to come back with a link.
    const leave = () => socket.close(GOING_AWAY)
    seat.closed.addEventListener('abort', leave, { once: true })
    socket.on('close', () => seat.closed.removeEventListener('abort', leave))
  }

  // A reader that vanished without a word (a laptop put to sleep, a pulled cable) would keep its feeds for hours.
  const pings = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, limits.pingMs)
  pings.unref()

  return {
    accept(request, socket, head, seat) {
      if (server.clients.size >= limits.sockets) return false
      server.handleUpgrade(request, socket, head, (accepted) => serve(accepted, seat))
      return true
    },
    close() {
      clearInterval(pings)
      for (const socket of server.clients) {
        socket.close(GOING_AWAY)
        // One that does not answer the closing handshake must not hold up the end of the program.
        setTimeout(() => socket.terminate(), 500).unref()
      }
      server.close()
    },
  }
}

function sendWhole(socket: WebSocket): WebSocket['send'] {
  return (data: Parameters<WebSocket['send']>[0]) =>
    new Promise<void>((resolve) => {
      // What is said to one that is going, or that breaks meanwhile, is lost and no fault: `close` ends its calls.
      if (socket.readyState !== socket.OPEN) return resolve()
      socket.send(data, () => resolve())
    })
}
