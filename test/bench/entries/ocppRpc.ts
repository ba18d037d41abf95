import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCServer } from 'ocpp-rpc'
import { serveUnderTest } from '../serveUnderTest'

// Another OCPP server's rpc layer with schema validation of requests and answers, and nothing behind it.
const rpc = new RPCServer({ protocols: ['ocpp2.0.1'], strictMode: true })
rpc.auth((accept) => accept())
rpc.on('client', (client) => {
  client.handle('Authorize', () => ({ idTokenInfo: { status: 'Accepted' } }))
})
const server = createServer()
server.on('upgrade', rpc.handleUpgrade)
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  serveUnderTest({ url: `ws://127.0.0.1:${port}`, link: null }, () => rpc.close({ force: true }))
})
