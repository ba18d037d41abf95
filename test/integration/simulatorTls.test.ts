import type { TLSSocket } from 'node:tls'
import { type Charger, createCharger } from '@simulator/index'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fast } from '../support/fastEnvironment'
import { openFriendlyServer, type RawServer } from '../support/rawServer'
import { TestCa } from '../support/testCa'

let ca: TestCa
let root: string
let server: RawServer
let charger: Charger

beforeEach(async () => {
  ca = await TestCa.create()
  root = ca.root.certificate.toString('pem')
  server = await openFriendlyServer({
    ...(await ca.serverCredentials()),
    ca: root,
    requestCert: true,
    rejectUnauthorized: false,
  })
})

afterEach(async () => {
  await charger.stop()
  await server.close()
})

const make = (trustedRoots: readonly string[]) => {
  charger = createCharger({
    url: server.url,
    identity: 'CP_1',
    version: '2.0.1',
    serialNumber: 'SN-1',
    trustedRoots,
    ...fast,
  })
  return charger
}

const socket = (index: number) => server.upgrades[index]?.socket as TLSSocket

test('a new certificate is used at once: it connects again and shows it (A02.FR.08)', async () => {
  make([root]).start()
  await charger.waitFor('ready')
  expect(socket(0).authorized).toBe(false)
  const { csr } = await charger.requestCertificate()
  const ready = charger.waitFor('ready')
  await server.command('CertificateSigned', { certificateChain: await ca.sign(csr) })
  await ready
  expect(server.upgrades).toHaveLength(2)
  expect(socket(1).authorized).toBe(true)
  expect(socket(1).getPeerCertificate().subject.CN).toBe('SN-1')
  expect(server.of('BootNotification')).toHaveLength(1)
})

test('a server it has no reason to trust is not talked to', async () => {
  const other = await TestCa.create()
  make([other.root.certificate.toString('pem')]).start()
  await charger.waitFor('unreachable')
  expect(server.upgrades).toEqual([])
})
