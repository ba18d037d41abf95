import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { AppError } from '@shared/errors'
import type { Logger } from 'pino'
import type { Monitoring } from '../../monitoring/monitoring'
import type { Seat, Seats } from '../../operators/seats'
import type { SiteRouter } from '../../siteRouter'
import { listAssets } from '../assets'
import { accessOf } from './access'
import { cookieOf, createBrowserSessions } from './browserSessions'
import { createConsoleApp } from './consoleApp'
import { WEB_LIMITS, type WebLimits } from './limits'
import { linkFile } from './linkFile'
import { createOneTimeLinks } from './oneTimeLinks'
import { createRpcSockets } from './rpcSockets'

/** The console for a browser is served here and nowhere else: it is for this computer, or for a tunnel to it. */
const WEB_ADDRESS = '127.0.0.1'

export interface WebHostOptions {
  readonly router: SiteRouter
  /** Each browser sits on one of its own. */
  readonly seats: Pick<Seats, 'open'>
  /** 0 for any free port. */
  readonly port: number
  /** Folder of the built console. */
  readonly rendererFolder: string
  /** Where the file with the fresh link is kept. */
  readonly dataFolder: string
  /** Answered without signing in; left out, there is nothing of it. */
  readonly monitoring?: Monitoring
  readonly version: string
  readonly log: Pick<Logger, 'error'>
  readonly limits?: Partial<WebLimits>
  /** Milliseconds since 1970, for the age of links and sessions. */
  readonly now?: () => number
}

/** The running host. */
export interface WebHost {
  /** Without a path: `http://127.0.0.1:9080`. */
  readonly url: string
  /** The link for the terminal: opens the console once, within `printedLinkMs`. */
  readonly link: string
  close(): Promise<void>
}

/** Starts serving the console on loopback. Throws PORT_IN_USE or PORT_FORBIDDEN, naming `--web-port`. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { router, dataFolder, log, version, now = Date.now } = options
  const limits = { ...WEB_LIMITS, ...options.limits }
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: Math.min(limits.headersMs, 10_000),
  })
  server.maxConnections = limits.connections

  const { port } = await listen(server, options.port)
  const url = `http://${WEB_ADDRESS}:${port}`
  const links = createOneTimeLinks(now)
  const sessions = createBrowserSessions(limits, now, options.seats.open)
  const file = linkFile(dataFolder)
  const freshLink = (lifetimeMs: number | null) => `${url}/open?key=${links.issue(lifetimeMs)}`
  // A disk that is full or may not be written to must not keep out the person who could do something about it.
  const tryLinkFile = (work: () => void) => {
    try {
      work()
    } catch (error) {
      log.error({ error }, 'the file with the fresh link could not be changed')
    }
  }
  const renewLinkFile = () => tryLinkFile(() => file.write(freshLink(null)))
  // Cookies know no ports: the name keeps two consoles on one computer apart.
  const cookie = `chargehand-${port}`
  const seatOf = (header: string | undefined): Seat | null => {
    const secret = cookieOf(header, cookie)
    return secret === undefined ? null : sessions.seatOf(secret)
  }

  const app = createConsoleApp({
    assets: listAssets(options.rendererFolder),
    seatOf,
    open(key, header) {
      if (!links.redeem(key)) return null
      renewLinkFile()
      return `${cookie}=${sessions.begin(cookieOf(header, cookie))}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${limits.sessionMs / 1000}`
    },
    api: { router, version, limits, log },
    monitoring: options.monitoring,
    log,
  })
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  server.on('request', (request, response) => {
    const access = accessOf(request.headers, pathOf(request) === '/open' ? 'open' : 'data')
    if (access.kind === 'allowed') return void answer(request, response)
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
    response.end(`${access.why}\n`)
  })

  const sockets = createRpcSockets(router, limits, log)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (accessOf(request.headers, 'data').kind === 'refused') return refuseUpgrade(socket, '403 Forbidden')
    const seat = seatOf(request.headers.cookie)
    if (seat === null) return refuseUpgrade(socket, '401 Unauthorized')
    if (pathOf(request) !== '/rpc') return refuseUpgrade(socket, '404 Not Found')
    if (!sockets.accept(request, socket, head, seat)) return refuseUpgrade(socket, '503 Service Unavailable')
  })

  renewLinkFile()
  return {
    url,
    link: freshLink(limits.printedLinkMs),
    async close() {
      tryLinkFile(file.remove)
      sockets.close()
      sessions.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function pathOf(request: IncomingMessage): string {
  return request.url?.split('?', 1)[0] ?? ''
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const data = { port, address: WEB_ADDRESS, option: '--web-port' }
      if (error.code === 'EADDRINUSE') reject(new AppError('PORT_IN_USE', data, { cause: error }))
      else if (error.code === 'EACCES') reject(new AppError('PORT_FORBIDDEN', data, { cause: error }))
      else reject(error)
    })
    server.listen(port, WEB_ADDRESS, () => {
      server.removeAllListeners('error')
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address)
    })
  })
}
