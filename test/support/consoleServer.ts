import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import { fakeRouter } from './fakeRouter'
import type { FakeSite } from './fakeSite/FakeSite'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The built console of a folder and the contract on a FakeSite behind it, on a loopback port of the system's choice. */
export interface ConsoleServer {
  readonly url: string
  readonly port: number
  /** Drops every connection, as a server that dies does; new ones are taken again. */
  dropLinks(): void
  close(): Promise<void>
}

/** Serves a console on `port` (0: any). What is served is a fake site: for looking at screens and testing them. */
export async function serveConsole(
  folder: string,
  fake: FakeSite,
  port = 0,
  router: ReturnType<typeof fakeRouter> = fakeRouter(fake),
): Promise<ConsoleServer> {
  const handler = new RPCHandler(router)
  const http = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    readFile(file).then(
      (content) => response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(content),
      () => response.writeHead(404).end(),
    )
  })
  const sockets = new WebSocketServer({ server: http, path: '/rpc' })
  sockets.on('connection', (socket) => {
    void handler.upgrade(socket)
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const { port: taken } = http.address() as AddressInfo
  const dropLinks = () => {
    for (const socket of sockets.clients) socket.terminate()
  }
  return {
    url: `http://127.0.0.1:${taken}/`,
    port: taken,
    dropLinks,
    close: () =>
      new Promise<void>((resolve) => {
        dropLinks()
        sockets.close()
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}
