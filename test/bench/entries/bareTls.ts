import { readFileSync } from 'node:fs'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { parseArgs } from 'node:util'
import { WebSocketServer } from 'ws'
import { serveUnderTest } from '../serveUnderTest'
import type { TlsMaterial } from '../tls/material'

// The floors with TLS, both with client certificates that Node itself checks: handshakes and nothing behind them, or a
// bare `ws` server that sends the text back.
const { values } = parseArgs({
  options: { material: { type: 'string', default: '' }, handshakes: { type: 'boolean', default: false } },
})
const { server: own, trusted } = JSON.parse(readFileSync(values.material, 'utf8')) as TlsMaterial
const options = {
  key: [...own.key],
  cert: [...own.cert],
  ca: [...trusted],
  requestCert: true,
  rejectUnauthorized: true,
}

const server = values.handshakes ? createServer(options) : createHttpsServer(options)
if (values.handshakes) server.on('secureConnection', (socket) => socket.on('error', () => {}).resume())
else {
  new WebSocketServer({ server: server as ReturnType<typeof createHttpsServer>, perMessageDeflate: false }).on(
    'connection',
    (socket) => {
      socket.on('message', (data) => {
        const text = data.toString()
        JSON.parse(text)
        socket.send(text)
      })
    },
  )
}
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  serveUnderTest({ url: `wss://127.0.0.1:${port}`, link: null }, () => void server.close())
})
