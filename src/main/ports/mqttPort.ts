import type { Socket } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import type { CsmsLimits } from '../csms/limits'
import type { TlsListener } from '../csms/listener/listener'
import { failedAddress, listenOn, openSockets } from '../csms/listener/port'
import { type TlsChoice, type TlsCredentials, tlsContext } from '../csms/listener/tlsContext'

/** The option that opens a port for MQTT alone; a fault about that port names it. */
export const MQTT_PORT_OPTION = '--mqtt-port'

/** A port of its own for MQTT, and who takes those that come by it. */
export interface MqttPortOptions {
  readonly port: number
  readonly take: (socket: TLSSocket) => void
}

/**
 * Opens a port on which nothing but MQTT is spoken, for devices that can not ask for it (ALPN): whatever they offer there
 * is ignored. It shows the same certificates as the port of chargers.
 * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE
 */
export async function openMqttPort(
  options: MqttPortOptions & {
    readonly bind: string
    readonly limits: Pick<CsmsLimits, 'handshakeMs' | 'closeGraceMs'>
    readonly credentials: TlsCredentials
    readonly choice: TlsChoice
    readonly onFailed: (error: NodeJS.ErrnoException, remoteAddress: string) => void
  },
): Promise<TlsListener> {
  const { bind, port, limits, take } = options
  // Old TLS is for chargers of OCPP 1.6 alone.
  const context = (credentials: TlsCredentials, choice: TlsChoice) =>
    tlsContext(credentials, { ...choice, oldChargers: false })
  const server = createServer({
    ...context(options.credentials, options.choice),
    handshakeTimeout: limits.handshakeMs,
    requestCert: true,
    rejectUnauthorized: false,
  })
  // Asked while it is there: Node knows the address of a socket that has ended only when it was asked before.
  server.on('connection', (socket: Socket) => socket.remoteAddress)
  server.on('tlsClientError', (error, socket) => options.onFailed(error, failedAddress(socket)))
  server.on('secureConnection', take)
  const sockets = openSockets(server)
  const address = await listenOn(server, { bind, port, portOption: MQTT_PORT_OPTION })
  return {
    address: address.address,
    port: address.port,
    setCredentials: (fresh, choice) => server.setSecureContext(context(fresh, choice)),
    async close() {
      const timer = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, limits.closeGraceMs)
      await new Promise<void>((resolve) => server.close(() => resolve()))
      clearTimeout(timer)
    },
  }
}
