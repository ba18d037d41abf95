import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { openSite } from '@main/site'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootOf, RawCharger, refusalOf } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

const installed = spawnSync('openssl', ['version']).status === 0
if (!installed) console.warn('SKIPPED: no openssl on this machine, so no other program has spoken TLS with ours.')

const MINUTE = 60_000
let now = Date.now()
let site: TestSite
let folder: string
let root: string
const portOf = (url: string) => Number(new URL(url).port)

beforeAll(async () => {
  // So short that the clocks of those who connect take the next ones for valid already: they are backdated.
  const serverCertificates = { validMs: 40 * MINUTE, renewBeforeMs: 20 * MINUTE }
  site = await openTestSite({ tls: true, clock: () => now, serverCertificates })
  root = site.site.authority.certificatePem('root')
  folder = mkdtempSync(join(tmpdir(), 'chargehand-tls-'))
  writeFileSync(join(folder, 'root.pem'), root)
})

afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What `openssl s_client` says about a handshake; `typed` is what a person would type into it. */
function sClient(args: string[], typed = 'Q\n'): Promise<string> {
  const at = ['-connect', `127.0.0.1:${portOf(site.tlsUrl)}`, '-CAfile', join(folder, 'root.pem')]
  const child = spawn('openssl', ['s_client', ...at, ...args], { stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(typed)
  return new Promise((resolve) => child.on('close', () => resolve(said)))
}

describe.skipIf(!installed)('openssl', () => {
  test.each([
    ['ECDHE-ECDSA-AES128-GCM-SHA256', '256 bit'],
    ['ECDHE-ECDSA-AES256-GCM-SHA384', '256 bit'],
    ['AES128-GCM-SHA256', '2048 bit'],
    ['AES256-GCM-SHA384', '2048 bit'],
    ['ECDHE-RSA-AES128-GCM-SHA256', '2048 bit'],
  ])('agrees on %s with the certificate that fits, and believes it', async (suite, key) => {
    const said = await sClient(['-tls1_2', '-cipher', suite, '-verify_ip', '127.0.0.1'])
    expect(said).toContain(`Cipher is ${suite}`)
    expect(said).toContain(`Server public key is ${key}`)
    expect(said).toContain('Verification: OK')
    expect(said).toContain('Compression: NONE')
    expect(said).toContain('Test site Root CA')
  })

  test.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'])('agrees on %s in TLS 1.3', async (suite) => {
    const said = await sClient(['-tls1_3', '-ciphersuites', suite])
    expect(said).toContain(`TLSv1.3, Cipher is ${suite}`)
    expect(said).toContain('Verification: OK')
  })

  test.each([
    ['-tls1_1', 'DEFAULT@SECLEVEL=0'],
    ['-tls1', 'DEFAULT@SECLEVEL=0'],
    ['-tls1_2', 'AES128-SHA:ECDHE-ECDSA-AES128-SHA'],
    ['-tls1_2', 'NULL-SHA256:@SECLEVEL=0'],
  ])('agrees on nothing with %s and %s', async (version, cipher) => {
    const said = await sClient([version, '-cipher', cipher])
    expect(said).toContain('Cipher is (NONE)')
  })

  test('may not begin a new handshake on an open connection', async () => {
    const child = spawn('openssl', ['s_client', '-tls1_2', '-connect', `127.0.0.1:${portOf(site.tlsUrl)}`])
    let said = ''
    const ended = new Promise((resolve) => child.on('close', resolve))
    child.stdin.on('error', () => {})
    child.stderr.on('data', (chunk: Buffer) => (said += chunk))
    child.stdout.on('data', (chunk: Buffer) => {
      // The last line of what it prints once the handshake is done.
      if (chunk.toString().includes('Extended master secret')) child.stdin.write('R\n')
    })
    await ended
    expect(said).toContain('no renegotiation')
  })
})

test('both ports are shown, the plain one first, and both end in the same stations', async () => {
  expect(site.site.state()).toMatchObject({
    listeners: [
      { url: site.url, reachableAt: [expect.stringMatching(/^ws:/)] },
      { url: site.tlsUrl, reachableAt: [expect.stringMatching(/^wss:\/\/127\.0\.0\.1:\d+$/)] },
    ],
    tlsProblem: null,
  })
  const overTls = await RawCharger.connect(site.tlsUrl, 'CP_TLS', 'ocpp2.0.1', { ca: root })
  await overTls.ask('BootNotification', bootOf('ocpp2.0.1'))
  const station = () => site.site.stations.viewAll().find(({ identity }) => identity === 'CP_TLS')
  expect(station()?.connection).toMatchObject({ state: 'online', transport: 'wss' })
  const overPlain = await RawCharger.connect(site.url, 'CP_TLS', 'ocpp2.0.1')
  await overTls.closed
  await overPlain.ask('BootNotification', bootOf('ocpp2.0.1'))
  expect(station()?.connection).toMatchObject({ state: 'online', transport: 'ws' })
})

test('what is refused is refused in the same words, inside the TLS connection', async () => {
  expect(await refusalOf(site.tlsUrl, 'CP_1', ['ocpp1.5'], { ca: root })).toMatchObject({
    status: 400,
    body: expect.stringContaining('ocpp1.5'),
  })
})

test('a link for a file has the origin of the port that the station came by', async () => {
  const charger = await RawCharger.connect(site.tlsUrl, 'CP_LINK', 'ocpp1.6', { ca: root })
  await charger.ask('BootNotification', bootOf('ocpp1.6'))
  const station = site.site.stations.viewAll().find(({ identity }) => identity === 'CP_LINK')
  const facts = site.site.stations.connection(station?.id ?? 0)
  expect(facts?.httpOrigin).toBe(site.tlsUrl.replace('wss:', 'https:'))
  const status = await new Promise((resolve, reject) => {
    get(`${facts?.httpOrigin}/files/${'x'.repeat(43)}`, { ca: root }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
  expect(status).toBe(404)
})

/** The certificate that the port shows now. */
async function shown(): Promise<string> {
  const socket = await new Promise<TLSSocket>((resolve, reject) => {
    const opening = connect({ host: '127.0.0.1', port: portOf(site.tlsUrl), ca: root }, () => resolve(opening))
    opening.on('error', reject)
  })
  const { fingerprint256 } = socket.getPeerCertificate()
  socket.destroy()
  return fingerprint256
}

test('a renewed certificate is shown at once, and who is connected stays so', async () => {
  const charger = await RawCharger.connect(site.tlsUrl, 'CP_SWAP', 'ocpp2.0.1', { ca: root })
  const before = await shown()
  await site.site.renewServerCertificates()
  expect(await shown()).toBe(before)
  now += 21 * MINUTE
  await site.site.renewServerCertificates()
  expect(await shown()).not.toBe(before)
  expect(await charger.ask('BootNotification', bootOf('ocpp2.0.1'))).toBeTruthy()
  now -= 21 * MINUTE
})

test('whoever speaks no TLS, or breaks off, does not disturb the others', async () => {
  const charger = await RawCharger.connect(site.tlsUrl, 'CP_CALM', 'ocpp2.0.1', { ca: root })
  for (const text of ['GET /CP_1 HTTP/1.1\r\n\r\n', '\u0016\u0003\u0001', '']) {
    const socket = connectPlain({ host: '127.0.0.1', port: portOf(site.tlsUrl) })
    socket.on('error', () => {})
    await new Promise((resolve) => {
      socket.on('close', resolve)
      socket.on('connect', () => (text === '' ? socket.resetAndDestroy() : socket.end(text)))
      socket.resume()
    })
  }
  expect(await charger.ask('BootNotification', bootOf('ocpp2.0.1'))).toBeTruthy()
})

describe('a port that somebody else has', () => {
  const open = (tlsOptional: boolean) =>
    openSite({
      dataFolder: folder,
      bind: '127.0.0.1',
      ocppPort: 0,
      tlsPort: portOf(site.tlsUrl),
      tlsOptional,
      demo: false,
      keyStore: site.keyStore,
      version: '0.0.0',
      log: site.log,
    })

  test('keeps the site from its set-up when it was asked for, and is only told when it was not', async () => {
    const strict = await open(false)
    const names = { siteName: 'Other', organisation: 'Other' }
    await expect(strict.setUp('test', names)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      data: { option: '--tls-port' },
    })
    expect(strict.state()).toMatchObject({ phase: 'setup', listeners: [] })
    await strict.close()
    const lenient = await open(true)
    await lenient.setUp('test', names)
    expect(lenient.state()).toMatchObject({
      listeners: [{ url: expect.stringMatching(/^ws:/) }],
      tlsProblem: { code: 'errors.PORT_IN_USE', text: expect.stringContaining(String(portOf(site.tlsUrl))) },
    })
    await lenient.close()
  })
})

test('an authority that has ended leaves the port without TLS open', async () => {
  let clock = Date.now()
  const old = await openTestSite({ clock: () => clock })
  clock += 11 * 365 * 24 * 60 * MINUTE
  await old.site.close()
  const late = await openTestSite({ clock: () => clock, folder: old.folder, tls: true })
  expect(late.site.state()).toMatchObject({
    listeners: [{ url: expect.stringMatching(/^ws:/) }],
    tlsProblem: { code: 'reasons.authorityEnded', text: expect.stringContaining('has expired') },
  })
  await late.close()
})
