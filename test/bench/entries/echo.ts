import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { serveUnderTest } from '../serveUnderTest'

// The floor: what a WebSocket and JSON.parse cost. No validation, no look-up, nothing stored, the text sent back as is.
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = data.toString()
    JSON.parse(text)
    socket.send(text)
  })
})
server.on('listening', () => {
  const { port } = server.address() as AddressInfo
  serveUnderTest({ url: `ws://127.0.0.1:${port}`, link: null }, () => server.close())
})
