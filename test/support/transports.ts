import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { faultsOf } from '@main/hosts/faults'
import { portServer } from '@main/hosts/servePort'
import { startWebHost, type WebHost, type WebHostOptions } from '@main/hosts/web/webHost'
import type { SiteRouter } from '@main/siteRouter'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createRouterClient } from '@orpc/server'
import { type Contract, contract } from '@shared/contract'
import { WebSocket } from 'ws'
import { freeSeats } from './freeSeats'
import { layWire } from './wire'

export type SiteClient = ContractRouterClient<Contract>

/** One way to a router, opened: clients come out, and the way can be broken. */
export interface OpenTransport {
  /** A client over a new connection. */
  connect(): Promise<SiteClient>
  /** Breaks all present connections; null where there is nothing between caller and router. */
  readonly cut: (() => void) | null
  /** Stops and restarts the flow to the reader; null where the way has no such thing as full buffers. */
  readonly clog: { stop(): void; resume(): void } | null
  close(): Promise<void>
}

export type OpenTransportFn = (router: SiteRouter) => Promise<OpenTransport>

const quiet = { error: () => {} }

const inProcess: OpenTransportFn = async (router) => ({
  connect: async () =>
    createRouterClient(router, { context: { actor: 'console' }, interceptors: [faultsOf(quiet)] }) as SiteClient,
  cut: null,
  clog: { stop() {}, resume() {} },
  close: async () => {},
})

const messagePort: OpenTransportFn = async (router) => {
  const serve = portServer(router, { actor: 'console' }, quiet)
  const ports: MessagePort[] = []
  const cut = () => {
    for (const port of ports.splice(0)) port.close()
  }
  return {
    async connect() {
      const { port1, port2 } = new MessageChannel()
      serve(port1)
      port1.start()
      const client = createORPCClient<SiteClient>(new PortLink({ port: port2 }))
      port2.start()
      ports.push(port2)
      return client
    },
    cut,
    clog: null,
    close: async () => cut(),
  }
}

const webSocket: OpenTransportFn = async (router) => {
  const { headers, wire, close } = await startWired(router)
  const sockets: WebSocket[] = []
  return {
    async connect() {
      const socket = new WebSocket(`ws://127.0.0.1:${wire.port}/rpc`, { headers })
      socket.on('error', () => {})
      sockets.push(socket)
      return createORPCClient<SiteClient>(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }))
    },
    cut: wire.cut,
    clog: { stop: wire.clog, resume: wire.flow },
    async close() {
      for (const socket of sockets) socket.terminate()
      await close()
    },
  }
}

const http: OpenTransportFn = async (router) => {
  const { headers, wire, close } = await startWired(router)
  return {
    connect: async () =>
      createORPCClient<SiteClient>(new OpenAPILink(contract, { url: `http://127.0.0.1:${wire.port}/api`, headers })),
    cut: wire.cut,
    clog: { stop: wire.clog, resume: wire.flow },
    close,
  }
}

/** The four ways to the contract. */
export const TRANSPORTS: readonly (readonly [name: string, open: OpenTransportFn])[] = [
  ['in process', inProcess],
  ['over a message port', messagePort],
  ['over a WebSocket', webSocket],
  ['over HTTP', http],
]

async function startWired(router: SiteRouter) {
  const web = await startTestHost({ router })
  const wire = await layWire(web.port)
  return {
    headers: { cookie: await signIn(web.host) },
    wire,
    async close() {
      await wire.close()
      await web.close()
    },
  }
}

/** A web host on a free port with a data folder of its own. */
export async function startTestHost(options: Pick<WebHostOptions, 'router'> & Partial<WebHostOptions>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chargehand-web-'))
  const host = await startWebHost({
    seats: freeSeats,
    port: 0,
    rendererFolder: path.join(folder, 'renderer'),
    dataFolder: folder,
    version: '1.2.3',
    log: quiet,
    ...options,
  })
  return {
    host,
    folder,
    port: Number(new URL(host.url).port),
    async close() {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Opens the host's link as a browser would, and gives the cookie it gets. */
export async function signIn(host: WebHost): Promise<string> {
  const response = await fetch(host.link)
  const cookie = response.headers.get('set-cookie')?.split(';', 1)[0]
  if (cookie === undefined) throw new Error(`no cookie: ${response.status}`)
  return cookie
}
