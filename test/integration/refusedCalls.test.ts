import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConnectionOptions, connect } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../support/eventually'
import { RawCharger, refusalOf } from '../support/rawCharger'
import { TestCa } from '../support/testCa'
import { openTestSite, type TestSite } from '../support/testSite'

const installed = spawnSync('openssl', ['version']).status === 0
let site: TestSite
let root: string
const port = () => Number(new URL(site.tlsUrl).port)

beforeEach(async () => {
  site = await openTestSite({ tls: true, limits: { handshakeMs: 300 } })
  root = site.site.authority.certificatePem('root')
})
afterEach(() => site.close())

const calls = (stationId?: number) => site.client.refusedCalls.find({ stationId })
const lastReason = async () => (await calls())[0]
const seen = (reason: string) => eventually(async () => expect(await lastReason()).toMatchObject({ reason }))

/** A handshake that fails; gives when the connection has ended. */
async function handshake(options: ConnectionOptions): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port: port(), ca: root, ...options })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.on('close', resolve))
}

test('a handshake that fails is kept with its reason, with the address and without a name', async () => {
  await handshake({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })
  await seen('tls-version')
  await handshake({ maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' })
  await seen('tls-suite')
  const plain = connectPlain({ host: '127.0.0.1', port: port() })
  plain.on('error', () => {})
  plain.write('GET /CP_1 HTTP/1.1\r\nHost: x\r\n\r\n')
  await new Promise((resolve) => plain.resume().on('close', resolve))
  await seen('tls-none')
  const silent = connectPlain({ host: '127.0.0.1', port: port() })
  silent.on('error', () => {})
  await new Promise((resolve) => silent.resume().on('close', resolve))
  await seen('tls-late')
  const gone = connectPlain({ host: '127.0.0.1', port: port() })
  gone.on('error', () => {})
  await once(gone, 'connect')
  gone.end('\u0016\u0003\u0001\u0001\u0000')
  await seen('tls-broken-off')
  for (const call of await calls()) {
    expect(call).toMatchObject({
      identity: null,
      stationId: null,
      remoteAddress: '127.0.0.1',
      transport: 'wss',
      times: 1,
    })
  }
})

test('a caller that does not trust our certificate is kept, whether it says so or just leaves', async () => {
  const other = (await TestCa.create()).root.certificate.toString('pem')
  await handshake({ ca: other })
  await seen('tls-broken-off')
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    const left = connect({ host: '127.0.0.1', port: port(), ca: root, minVersion: version, maxVersion: version })
    await once(left, 'secureConnect')
    left.end()
    await new Promise((resolve) => left.resume().on('close', resolve))
  }
  await eventually(async () => expect(await lastReason()).toMatchObject({ reason: 'tls-broken-off', times: 3 }))
})

test.skipIf(!installed)('one that says so by an alert is kept by that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chargehand-tls-'))
  const file = join(folder, 'other.pem')
  writeFileSync(file, (await TestCa.create()).root.certificate.toString('pem'))
  const at = ['-connect', `127.0.0.1:${port()}`, '-CAfile', file]
  const child = spawn('openssl', ['s_client', ...at, '-verify_return_error'], { stdio: ['ignore', 'ignore', 'ignore'] })
  await once(child, 'close')
  await seen('tls-not-trusted')
  rmSync(folder, { recursive: true })
})

test('a call that is refused is kept by what the caller called itself', async () => {
  await refusalOf(site.url, '', ['ocpp1.6'])
  expect(await lastReason()).toMatchObject({ reason: 'no-identity', identity: null, data: { path: '/' } })
  await refusalOf(site.url, 'x/CP%3A3', ['ocpp1.6'])
  expect(await lastReason()).toMatchObject({ reason: 'bad-identity', data: { path: '/x/CP%3A3' } })
  await refusalOf(site.url, 'ocpp/CP_3?password=geheim', ['ocpp1.5', 'ocpp1.2'])
  expect(await lastReason()).toMatchObject({
    reason: 'other-protocol',
    identity: 'CP_3',
    data: { offered: 'ocpp1.5, ocpp1.2', path: '/ocpp/CP_3' },
  })
  const { stationId } = await site.client.stations.register({ identity: 'CP_3' })
  expect(await calls(stationId)).toMatchObject([{ reason: 'other-protocol', stationId }])
  await site.client.stations.refuse({ stationId })
  for (let time = 0; time < 3; time += 1) await refusalOf(site.url, 'cp_3', ['ocpp1.6'])
  const named = (await calls(stationId)).filter(({ identity }) => identity !== null)
  expect(named).toMatchObject([{ reason: 'refused-station', times: 3 }, { reason: 'other-protocol' }])
  expect(JSON.stringify(await calls())).not.toContain('geheim')
})

test('a handshake that fails is shown at the only station of its address', async () => {
  const charger = await RawCharger.connect(site.url, 'CP_4', 'ocpp1.6')
  await handshake({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })
  await seen('tls-version')
  const { stationId } = (await lastReason()) ?? {}
  expect(site.site.stations.record(stationId ?? 0)?.identity).toBe('CP_4')
  const other = await RawCharger.connect(site.url, 'CP_5', 'ocpp1.6')
  // Now it can be either of them.
  expect(await lastReason()).toMatchObject({ stationId: null })
  await other.close()
  await charger.close()
})

test('one can be forgotten, and comes back when it happens again', async () => {
  await refusalOf(site.url, 'CP_6', ['ocpp1.5'])
  const [first] = await calls()
  expect(await site.client.refusedCalls.forget({ kind: first?.kind ?? '' })).toEqual({ kind: 'forgotten' })
  expect((await calls()).map(({ kind }) => kind)).not.toContain(first?.kind)
  expect(await site.client.refusedCalls.forget({ kind: first?.kind ?? '' })).toEqual({ kind: 'not-there' })
  await refusalOf(site.url, 'CP_6', ['ocpp1.5'])
  expect(await calls()).toMatchObject([{ kind: first?.kind, times: 1 }])
})

test('a storm of wrong passwords stays bounded, and who has the right one is let in during it', async () => {
  const { stationId } = await site.client.stations.register({ identity: 'CP_5' })
  const { password } = await site.client.security.setPassword({ stationId })
  await site.client.security.setProfile({ stationId, profile: 1 })
  const login = (text: string) => ({
    headers: { authorization: `Basic ${Buffer.from(`CP_5:${text}`).toString('base64')}` },
  })
  await (await RawCharger.connect(site.url, 'CP_5', 'ocpp1.6', login(password))).close()
  const storm = Array.from({ length: 150 }, (_, number) =>
    refusalOf(site.url, 'CP_5', ['ocpp1.6'], login(`wrong-password-${number}`)),
  )
  await RawCharger.connect(site.url, 'CP_5', 'ocpp1.6', login(password))
  const statuses = (await Promise.all(storm)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([401, 503]))
  const kinds = await calls(stationId)
  expect(kinds.map(({ reason }) => reason).sort()).toEqual(['busy', 'wrong-password'])
  expect(kinds.reduce((sum, { times }) => sum + times, 0)).toBe(150)
})
