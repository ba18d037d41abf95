import type { Server, TLSSocket } from 'node:tls'
import { isOldTls } from './tlsVersion'

/** A protocol other than HTTP that callers may ask for on a port with TLS (ALPN, RFC 7301). */
export interface SecureRoute {
  /** As it is registered, such as `x-amzn-mqtt-ca`. */
  readonly protocol: string
  /**
   * Takes a connection whose handshake is over: it owns its end and its errors from here on. Whoever it is has only been
   * asked for a certificate: `socket.authorized` and what it showed are still to be looked at.
   */
  take(socket: TLSSocket): void
}

const HTTP = 'http/1.1'

/**
 * What is spoken with a caller that offers these; undefined for nothing, which ends its handshake with
 * no_application_protocol. HTTP/2 is not among it: WebSocket would be another one there (RFC 8441).
 */
export function chooseProtocol(routes: readonly SecureRoute[], offered: readonly string[]): string | undefined {
  return offered.find((name) => name === HTTP || routes.some(({ protocol }) => protocol === name))
}

/** The one place that decides where a secure connection goes: to its route, or to HTTP, also without any word about it. */
export function dispatchSecure(
  server: Server,
  routes: readonly SecureRoute[],
  /** A connection that goes to HTTP. */
  onHttp: (socket: TLSSocket) => void,
): void {
  // Node's HTTPS server has put its own listener there: it is called for its own, no matter what else is spoken here.
  const serveHttp = server.listeners('secureConnection')
  server.removeAllListeners('secureConnection')
  server.on('secureConnection', (socket) => {
    const route = routes.find(({ protocol }) => protocol === socket.alpnProtocol)
    // What is below TLS 1.2 is for chargers of OCPP 1.6 alone.
    if (route && isOldTls(socket.getProtocol())) return void socket.destroy()
    if (route) return route.take(socket)
    onHttp(socket)
    for (const listener of serveHttp) listener.call(server, socket)
  })
}
