import type { AddressInfo, Server, Socket } from 'node:net'
import { AppError } from '@shared/errors'

/** Where a server listens. */
export interface PortOptions {
  readonly bind: string
  /** 0 takes any free port. */
  readonly port: number
  /** The command-line option that sets the port, for the sentence when it is taken. */
  readonly portOption: string
}

/**
 * Begins to listen.
 * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE
 */
export function listenOn(server: Server, { bind, port, portOption }: PortOptions): Promise<AddressInfo> {
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

/** The open sockets of a server. Node forgets one once it is upgraded or refused; somebody has to end it then. */
export function openSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

/** The address as people write it: an IPv4 address on a dual-stack socket without its IPv6 prefix. */
export function plainAddress(address: string | undefined): string {
  return (address ?? 'unknown').replace(/^::ffff:/, '')
}

/** Who was at the other end of a TLS connection whose handshake has failed. */
export function failedAddress(socket: Socket): string {
  // Of a TLS socket that was never asked, only the TCP socket below it still knows who that was; it has no public name.
  const { _parent: below }: { readonly _parent?: Socket } = socket as object
  return plainAddress(socket.remoteAddress ?? below?.remoteAddress)
}
