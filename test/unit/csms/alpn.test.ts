import { once } from 'node:events'
import { connect, type TLSSocket } from 'node:tls'
import { CSMS_LIMITS } from '@main/csms/limits'
import { chooseProtocol, type SecureRoute } from '@main/csms/listener/alpn'
import { createDoor } from '@main/csms/listener/door'
import { openTlsListener, type TlsListener } from '@main/csms/listener/listener'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestCa } from '../../support/testCa'

const failed: string[] = []
/** Says what came out of it, and ends. */
const route: SecureRoute = {
  protocol: 'x-test',
  take(socket) {
    socket.on('error', () => {})
    socket.end(`route ${socket.authorized}`)
  },
}
let listener: TlsListener
let ca: string

beforeAll(async () => {
  const testCa = await TestCa.create()
  ca = testCa.root.certificate.toString('pem')
  const { key, cert } = await testCa.serverCredentials()
  listener = await openTlsListener({
    bind: '127.0.0.1',
    port: 0,
    portOption: '--tls-port',
    limits: CSMS_LIMITS,
    credentials: { key: [key], cert: [cert], ca: [ca] },
    choice: { oldChargers: false, shownKey: 'ec' },
    routes: [route],
    onFailed: (error) => failed.push(error.code ?? error.message),
    door: createDoor({
      limits: CSMS_LIMITS,
      log: { info() {}, warn() {}, error() {} },
      admit: async () => ({ kind: 'out', status: 404, message: 'No.', reason: 'refused-station', data: {} }),
      onRefused: () => 1,
      onConnection: () => {},
    }),
  })
})
afterAll(() => listener.close())

const open = (ALPNProtocols: string[]): TLSSocket =>
  connect({ host: '127.0.0.1', port: listener.port, ca, ALPNProtocols })

/** Everything that the server says to a GET. */
async function heard(protocols: string[]): Promise<string> {
  const socket = open(protocols)
  await once(socket, 'secureConnect')
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  let text = ''
  for await (const chunk of socket.setEncoding('utf8')) text += chunk
  return text
}

describe('a port with TLS', () => {
  test('gives a connection to the protocol that was agreed on', async () => {
    expect(await heard(['x-test'])).toBe('route false')
    expect(await heard(['h2', 'x-test', 'http/1.1'])).toBe('route false')
  })

  test('speaks HTTP with who asks for it, and with who asks for nothing', async () => {
    expect(await heard(['http/1.1'])).toContain('426')
    expect(await heard([])).toContain('426')
  })

  test('ends the handshake of who wants something else, and tells why', async () => {
    const [error] = await once(open(['h2']), 'error')
    expect(error.code).toBe('ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL')
    expect(failed.some((code) => /ALPN|APPLICATION_PROTOCOL/i.test(code))).toBe(true)
  })
})

test('the first one that both speak is taken', () => {
  expect(chooseProtocol([route], ['h2', 'http/1.1', 'x-test'])).toBe('http/1.1')
  expect(chooseProtocol([], ['x-test'])).toBeUndefined()
})
