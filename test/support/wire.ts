import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A piece of network between client and server that can be cut or clogged. */
export interface Wire {
  readonly port: number
  /** Ends every connection at once, as a pulled plug or a crashed peer does. */
  cut(): void
  /** Nothing more comes through to the client until `flow`; the server meets full buffers. */
  clog(): void
  flow(): void
  close(): Promise<void>
}

/** Lays a wire in front of a server on 127.0.0.1. */
export async function layWire(target: number): Promise<Wire> {
  const pairs = new Set<{ readonly client: Socket; readonly server: Socket }>()
  const wire = createServer((client) => {
    const server = connect(target, '127.0.0.1')
    const pair = { client, server }
    pairs.add(pair)
    client.pipe(server)
    server.pipe(client)
    for (const socket of [client, server]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        pairs.delete(pair)
        client.destroy()
        server.destroy()
      })
    }
  })
  wire.listen(0, '127.0.0.1')
  await once(wire, 'listening')
  const cut = () => {
    for (const { client, server } of pairs) {
      client.destroy()
      server.destroy()
    }
  }
  return {
    port: (wire.address() as AddressInfo).port,
    cut,
    clog() {
      for (const { client, server } of pairs) {
        server.unpipe(client)
        server.pause()
      }
    },
    flow() {
      for (const { client, server } of pairs) server.pipe(client)
    },
    async close() {
      cut()
      wire.close()
      await once(wire, 'close')
    },
  }
}
