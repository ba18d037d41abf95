import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { connect } from 'node:tls'
import { TLS_SUITES } from '@main/csms/listener/tlsContext'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environment } from '../support/environment'
import { openTestSite, type TestSite } from '../support/testSite'

if (!environment.sslscan) console.warn('SKIPPED: no sslscan on this machine, so no other program has scanned our port.')
if (!environment.certtool) console.warn('SKIPPED: no certtool (GnuTLS) on this machine to check our certificates with.')

let site: TestSite
let folder: string
let port: number

beforeAll(async () => {
  site = await openTestSite({ tls: true })
  folder = mkdtempSync(join(tmpdir(), 'chargehand-scan-'))
  port = Number(new URL(site.tlsUrl).port)
  writeFileSync(join(folder, 'root.pem'), site.site.authority.certificatePem('root'))
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!environment.sslscan)('sslscan', () => {
  /** What it finds: versions that are spoken, suites by version in the order of the server, and what else it says. */
  async function scan() {
    const child = spawn(environment.sslscan ?? '', ['--no-colour', '--xml=-', `127.0.0.1:${port}`])
    const [xml] = await Promise.all([text(child.stdout), once(child, 'close')])
    const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map(([, first = '', second = '']) => [first, second])
    const suites = all(/<cipher [^>]*sslversion="([^"]+)"[^>]* cipher="([^"]+)"/g)
    return {
      versions: all(/<protocol type="(\w+)" version="([\d.]+)" enabled="1"/g).map((pair) => pair.join(' ')),
      suitesOf: (version: string) => suites.filter(([of]) => of === version).map(([, suite]) => suite),
      renegotiation: all(/<renegotiation supported="(\d)"/g),
      heartbleed: all(/<heartbleed sslversion="([^"]+)" vulnerable="(\d)"/g),
    }
  }
  const OF_1_3 = TLS_SUITES.filter((suite) => suite.startsWith('TLS_'))
  const OF_1_2 = TLS_SUITES.filter((suite) => !suite.startsWith('TLS_'))

  test('finds TLS 1.2 and 1.3 with our suites in our order, and nothing else', async () => {
    const found = await scan()
    expect(found.versions).toEqual(['tls 1.2', 'tls 1.3'])
    expect(found.suitesOf('TLSv1.2')).toEqual(OF_1_2)
    expect(found.suitesOf('TLSv1.3')).toEqual(OF_1_3)
    expect(found.renegotiation).toEqual([['0', '']])
    expect(found.heartbleed.map(([, vulnerable]) => vulnerable)).toEqual(['0', '0'])
    const refused = await site.client.refusedCalls.find({})
    expect(refused.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['tls-version', 'tls-suite']))
  })

  test('finds one suite more, and the versions that need it, while old chargers are served', async () => {
    await site.client.ports.setOldChargers({ allowed: true })
    const found = await scan()
    await site.client.ports.setOldChargers({ allowed: false })
    expect(found.versions).toEqual(['tls 1.0', 'tls 1.1', 'tls 1.2', 'tls 1.3'])
    expect(found.suitesOf('TLSv1.0')).toEqual(['AES128-SHA'])
    expect(found.suitesOf('TLSv1.1')).toEqual(['AES128-SHA'])
    expect(found.suitesOf('TLSv1.2')).toEqual([...OF_1_2, 'AES128-SHA'])
    expect((await scan()).versions).toEqual(['tls 1.2', 'tls 1.3'])
  })
})

describe.skipIf(!environment.certtool)('GnuTLS', () => {
  /** The chain that the port shows to who knows this suite only, leaf first, in a file. */
  async function chain(suite: string): Promise<string> {
    const ca = site.site.authority.certificatePem('root')
    const socket = connect({ host: '127.0.0.1', port, ca, maxVersion: 'TLSv1.2', ciphers: suite })
    await once(socket, 'secureConnect')
    const leaf = socket.getPeerX509Certificate()
    const pem = `${leaf?.toString()}${leaf?.issuerCertificate?.toString()}`
    socket.destroy()
    const file = join(folder, `${suite}.pem`)
    writeFileSync(file, pem)
    return file
  }
  const verify = (file: string, ...more: string[]) => {
    const trust = ['--verify', '--load-ca-certificate', join(folder, 'root.pem'), '--verify-profile', 'medium']
    const { status, stdout } = spawnSync(environment.certtool ?? '', [...trust, ...more, '--infile', file])
    return { ok: status === 0, said: String(stdout) }
  }
  const SERVER = '1.3.6.1.5.5.7.3.1'
  const CLIENT = '1.3.6.1.5.5.7.3.2'

  test.each([['ECDHE-ECDSA-AES128-GCM-SHA256'], ['ECDHE-RSA-AES128-GCM-SHA256']])(
    'believes the certificate for %s, for its names and for a server only',
    async (suite) => {
      const file = await chain(suite)
      const good = verify(file, '--verify-purpose', SERVER, '--verify-hostname', 'localhost')
      expect(good.said).toContain('Chain verification output: Verified. The certificate is trusted.')
      expect(good.ok).toBe(true)
      expect(verify(file, '--verify-purpose', SERVER, '--verify-hostname', 'other.example').ok).toBe(false)
      expect(verify(file, '--verify-purpose', CLIENT).ok).toBe(false)
    },
  )
})

describe('compression', () => {
  const u16 = (value: number) => [value >> 8, value & 0xff]
  const sized = (bytes: number[]) => [...u16(bytes.length), ...bytes]
  const extension = (type: number, body: number[]) => [...u16(type), ...sized(body)]

  /** A ClientHello of TLS 1.2 that offers these ways of compression (RFC 3749: 1 is DEFLATE). */
  function clientHello(compression: number[]): Buffer {
    const extensions = [
      ...extension(10, sized(u16(23))),
      ...extension(11, [1, 0]),
      ...extension(13, sized([4, 3, 4, 1])),
    ]
    const body = [
      ...[3, 3],
      ...Array.from({ length: 32 }, (_, index) => index),
      0,
      ...sized(u16(0xc02b)),
      ...[compression.length, ...compression],
      ...sized(extensions),
    ]
    return Buffer.from([22, 3, 1, ...sized([1, 0, ...sized(body)])])
  }

  /** The first record of the answer. */
  async function answer(compression: number[]): Promise<Buffer> {
    const socket = connectPlain({ host: '127.0.0.1', port })
    socket.write(clientHello(compression))
    const [record] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    return record
  }

  test('is never chosen, and nothing is spoken with who wants nothing else', async () => {
    const hello = await answer([1, 0])
    // Record header, handshake header, version, random; then the session's id, the suite, and the way of compression.
    expect([hello[0], hello[5]]).toEqual([22, 2])
    const idLength = hello[43] ?? 0
    expect(hello.readUInt16BE(44 + idLength)).toBe(0xc02b)
    expect(hello[46 + idLength]).toBe(0)
    const alert = await answer([1])
    expect(alert[0]).toBe(21)
  })
})
