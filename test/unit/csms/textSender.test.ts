import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTextSender } from '@main/csms/listener/textSender'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'

let server: ReturnType<typeof createServer>
let client: WebSocket
let socket: WebSocket
let send: (text: string) => void
/** What the client was sent, in its order. */
let got: string[]

beforeEach(async () => {
  server = createServer()
  const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const connected = new Promise<void>((resolve) => {
    server.on('upgrade', (request, stream, head) =>
      webSockets.handleUpgrade(request, stream, head, (opened) => {
        socket = opened
        send = createTextSender(opened, stream)
        resolve()
      }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  got = []
  client.on('message', (data, isBinary) => got.push(`${isBinary ? 'binary ' : ''}${data}`))
  client.on('ping', (data) => got.push(`ping ${data}`))
  await Promise.all([connected, once(client, 'open')])
})
afterEach(() => {
  client.terminate()
  server.close()
})

/** Says goodbye after everything else and waits until it has come. */
async function allArrived(): Promise<number> {
  const closed = once(client, 'close')
  socket.close(1000)
  return (await closed)[0]
}

test('texts of every length of header arrive as they are, in their order, also between the frames of ws', async () => {
  const texts = [0, 1, 125, 126, 127, 255, 256, 65_535, 65_536].map((length) => 'x~'.repeat(length).slice(0, length))
  for (const text of texts) send(text)
  socket.ping('between')
  socket.send('by ws')
  send('last')
  expect(await allArrived()).toBe(1000)
  expect(got).toEqual([...texts, 'ping between', 'by ws', 'last'])
})

test('texts that are not ASCII arrive as they are', async () => {
  const texts = ['é', 'ÿ'.repeat(126), '€ 5', '🚗', `${'a'.repeat(200)}ß`, '\u0000\u007f\u0080']
  for (const text of texts) send(text)
  expect(await allArrived()).toBe(1000)
  expect(got).toEqual(texts)
})

test('nothing is sent after the goodbye', async () => {
  const closed = once(client, 'close')
  socket.close(1001, 'bye')
  send('too late')
  expect((await closed)[0]).toBe(1001)
  send('much too late')
  expect(got).toEqual([])
})

test('what is not read by the other side counts as not sent', async () => {
  client.pause()
  for (let count = 0; count < 1_000; count += 1) send('x'.repeat(60_000))
  expect(socket.bufferedAmount).toBeGreaterThan(1_000_000)
})

test('where compression was agreed, small and large texts arrive in their order', async () => {
  const compressing = new WebSocketServer({ noServer: true, perMessageDeflate: { threshold: 100 } })
  server.removeAllListeners('upgrade')
  const connected = new Promise<WebSocket>((resolve) => {
    server.on('upgrade', (request, stream, head) =>
      compressing.handleUpgrade(request, stream, head, (opened) => {
        send = createTextSender(opened, stream)
        resolve(opened)
      }),
    )
  })
  client.terminate()
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  client.on('message', (data) => got.push(String(data)))
  ;[socket] = await Promise.all([connected, once(client, 'open')])
  expect(socket.extensions).toBe('permessage-deflate')
  const texts = ['x'.repeat(200_000), 'short', 'y'.repeat(101), '', 'last']
  for (const text of texts) send(text)
  expect(await allArrived()).toBe(1000)
  expect(got).toEqual(texts)
})
