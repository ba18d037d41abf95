import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createPkiApp, isPkiPath } from '@main/csms/pki/pkiApp'
import { afterEach, expect, test } from 'vitest'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** The endpoint alone, with an authority that has nothing but a certificate. */
async function serve(limits: { requestMs?: number } = {}) {
  const faults: unknown[] = []
  const app = createPkiApp({
    pki: {
      authorityNamed: () => ({
        certificatePem: '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n',
        list: undefined,
      }),
      answerOcsp: async (request) => {
        if (request.byteLength === 1) throw new Error('the disk is gone')
        return request
      },
    },
    limits,
    log: { error: (fault: unknown) => faults.push(fault) },
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  closing.push(() => server.close().closeAllConnections())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}/pki`, faults }
}

test('whoever does not come to the end of a question is ended', async () => {
  const { port } = await serve({ requestMs: 50 })
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /pki/ocsp HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc')
  socket.on('error', () => {})
  socket.resume()
  await once(socket, 'close')
})

test('a list that is not there yet is asked for later', async () => {
  const { url } = await serve()
  const response = await fetch(`${url}/issuing.crl`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10'])
})

test('a fault inside says nothing of itself to the outside', async () => {
  const { url, faults } = await serve()
  const response = await fetch(`${url}/ocsp`, { method: 'POST', body: 'x' })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('disk')
  expect(faults).toHaveLength(1)
})

test('only its own paths are taken', () => {
  const paths = ['/pki/root.crt', '/pki/ocsp/x', '/pki', '/CP_1', '/files/pki/x', undefined]
  expect(paths.map(isPkiPath)).toEqual([true, true, false, false, false, false])
})
