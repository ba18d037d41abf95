import { spawnSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import { PROTOCOLS } from '@shared/ocpp/station'
import { describe, expect, test } from 'vitest'
import { freshEcKeys, keys, spkiOf } from '../support/certificationRequests'
import { csrOf, deskForEach, SERIAL } from '../support/deskAtSite'
import { environment } from '../support/environment'
import { eventually } from '../support/eventually'
import { RawCharger } from '../support/rawCharger'
import { openTestSite } from '../support/testSite'

const desk = deskForEach()

describe.each(PROTOCOLS)('a certificate on %s', (protocol) => {
  test('is asked for, approved, delivered with its chain and accepted', async () => {
    const charger = await desk.at.connect(protocol)
    expect(await desk.at.sign(charger, csrOf())).toBe('Accepted')
    const { id } = await desk.at.pending()
    expect(await desk.at.caseOf(id)).toMatchObject({
      request: { subject: `O=Test Organisation, CN=${SERIAL}`, times: 1, delivery: null },
      asked: { key: 'EC P-256', cameOver: { transport: 'ws', protocol, remoteAddress: '127.0.0.1' } },
      owner: { online: true },
      chain: [{ role: 'station' }, { role: 'issuing' }, { role: 'root' }],
    })
    expect(await desk.at.approve(id)).toEqual({ kind: 'approved', delivery: 'sent' })
    const { action, payload } = await charger.obey({ status: 'Accepted' })
    expect(action).toBe('CertificateSigned')
    const chain = String(payload.certificateChain)
    expect(chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    await desk.at.delivered(id, 'accepted')
    expect(await desk.at.caseOf(id)).toMatchObject({ certificate: { subject: `O=Test Organisation, CN=${SERIAL}` } })
    expect((await desk.at.audit()).slice(0, 2)).toEqual(['certificate-accepted', 'request-approved'])
    await eventually(async () => expect(await desk.at.toldOfEvents()).toBe((await desk.at.audit()).length))
  })

  test('that the station refuses is kept as refused, with its reason, and not sent again by itself', async () => {
    const charger = await desk.at.connect(protocol)
    await desk.at.sign(charger, csrOf())
    const { id } = await desk.at.pending()
    await desk.at.approve(id)
    await charger.obey(
      protocol === 'ocpp1.6'
        ? { status: 'Rejected' }
        : { status: 'Rejected', statusInfo: { reasonCode: 'InvalidCert', additionalInfo: 'chain too long' } },
    )
    await desk.at.delivered(id, 'refused')
    expect((await desk.at.caseOf(id)).request.delivery?.detail).toBe(
      protocol === 'ocpp1.6' ? null : 'InvalidCert: chain too long',
    )
    await charger.close()
    const again = await desk.at.connect(protocol)
    await again.ask('Heartbeat', {})
    expect(again.unasked).toEqual([])
  })

  test('of a station that is offline waits for it, also over a restart', async () => {
    const charger = await desk.at.connect(protocol)
    await desk.at.sign(charger, csrOf())
    await charger.close()
    await eventually(() => expect(desk.at.site.site.connectedStations()).toBe(0))
    const { id } = await desk.at.pending()
    expect(await desk.at.approve(id)).toEqual({ kind: 'approved', delivery: 'waiting' })
    desk.at.site = await desk.at.site.restart()
    const back = await RawCharger.connect(desk.at.site.url, 'CP_1', protocol)
    // Without a boot: a station that only lost its link sends none.
    await back.ask('Heartbeat', {})
    expect((await back.obey({ status: 'Accepted' })).action).toBe('CertificateSigned')
    await desk.at.delivered(id, 'accepted')
  })
})

test('a certificate that is not answered is noted, and sent again when the station comes back', async () => {
  await desk.at.site.close()
  desk.at.site = await openTestSite({ limits: { callTimeoutMs: 1_000 } })
  await desk.at.site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
  const charger = await desk.at.connect()
  await desk.at.sign(charger, csrOf())
  const { id } = await desk.at.pending()
  await desk.at.approve(id)
  const first = await charger.next()
  await desk.at.delivered(id, 'unanswered')
  await charger.close()
  const back = await desk.at.connect()
  const { payload } = await back.obey({ status: 'Accepted' })
  expect(payload).toEqual(first[3])
  await desk.at.delivered(id, 'accepted')
})

test('a certificate whose station hangs up instead of answering is sent again', async () => {
  const charger = await desk.at.connect()
  await desk.at.sign(charger, csrOf())
  const { id } = await desk.at.pending()
  await desk.at.approve(id)
  await charger.next()
  await charger.close()
  await desk.at.delivered(id, 'unanswered')
  const back = await desk.at.connect()
  await back.obey({ status: 'Accepted' })
  await desk.at.delivered(id, 'accepted')
})

test('an answer that can not be understood counts as refused', async () => {
  const charger = await desk.at.connect()
  await desk.at.sign(charger, csrOf())
  const { id } = await desk.at.pending()
  await desk.at.approve(id)
  await charger.obey({ status: 'Maybe' })
  await desk.at.delivered(id, 'refused')
})

test('a certificate goes out as the type that was asked for', async () => {
  const charger = await desk.at.connect()
  await charger.ask('SignCertificate', { csr: csrOf(), certificateType: 'ChargingStationCertificate' })
  await desk.at.approve((await desk.at.pending()).id)
  expect((await charger.obey({ status: 'Accepted' })).payload.certificateType).toBe('ChargingStationCertificate')
})

describe('the number of a request in 2.1 (A02.FR.24)', () => {
  const ask = (charger: RawCharger, csr: string, requestId?: number) =>
    charger.ask('SignCertificate', { csr, certificateType: 'ChargingStationCertificate', requestId })

  test('comes back with the certificate, the one of the newest asking', async () => {
    const charger = await desk.at.connect('ocpp2.1')
    const csr = csrOf()
    await ask(charger, csr, 7)
    await ask(charger, csr, 8)
    const { id } = await desk.at.pending()
    await desk.at.approve(id)
    const { payload } = await charger.obey({ status: 'Accepted' })
    expect(payload).toMatchObject({ requestId: 8, certificateType: 'ChargingStationCertificate' })
    await desk.at.delivered(id, 'accepted')
    await ask(charger, csr, 9)
    expect((await charger.obey({ status: 'Accepted' })).payload.requestId).toBe(9)
  })

  test.each([
    ['the station gave none', 'ocpp2.1', undefined],
    ['it came back with a version that has none', 'ocpp2.0.1', 7],
  ] as const)('is left out when %s', async (_, protocol, requestId) => {
    const charger = await desk.at.connect('ocpp2.1')
    await ask(charger, csrOf(), requestId)
    await charger.close()
    await eventually(() => expect(desk.at.site.site.connectedStations()).toBe(0))
    const { id } = await desk.at.pending()
    await desk.at.approve(id)
    const back = await desk.at.connect(protocol)
    expect((await back.obey({ status: 'Accepted' })).payload).not.toHaveProperty('requestId')
    await desk.at.delivered(id, 'accepted')
  })
})

if (!environment.openssl)
  console.warn('SKIPPED: no openssl on this machine, so no other program has checked our chain.')
test.skipIf(!environment.openssl)('OpenSSL accepts the chain against the root', async () => {
  const charger = await desk.at.connect()
  for (const keyPair of [freshEcKeys(), keys('RSA-2048')]) {
    await desk.at.sign(charger, csrOf({ keyPair }))
    await desk.at.approve((await desk.at.pending()).id)
    const { payload } = await charger.obey({ status: 'Accepted' })
    const [leaf = '', issuing = ''] = String(payload.certificateChain).split(
      /(?<=-----END CERTIFICATE-----\n?)(?=-----BEGIN)/,
    )
    const { root } = await desk.at.site.client.certificates.authority()
    const files = Object.entries({ leaf, issuing, root: root.pem }).map(([name, text]) => {
      const file = join(desk.at.site.folder, `${name}.pem`)
      writeFileSync(file, text)
      return file
    })
    const args = ['verify', '-x509_strict', '-CAfile', files[2] ?? '', '-untrusted', files[1] ?? '', files[0] ?? '']
    const { stdout, stderr, status } = spawnSync(environment.openssl ?? '', args, { encoding: 'utf8' })
    expect(stdout + stderr).toContain(': OK')
    expect(status).toBe(0)
    const key = spawnSync(environment.openssl ?? '', ['x509', '-in', files[0] ?? '', '-noout', '-pubkey'], {
      encoding: 'utf8',
    })
    expect(key.stdout.replace(/\s|-----[A-Z ]+-----/g, '')).toBe(spkiOf(keyPair).toString('base64'))
  }
})

test('private keys are nowhere in the database but sealed', async () => {
  const sealed = desk.at.site.site.store.read.prepare('SELECT sealed_key FROM authority').pluck().all() as Buffer[]
  const { file } = desk.at.site.site.store
  const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)])
  expect(sealed).toHaveLength(2)
  const keyStore = fileKeyStore(join(desk.at.site.folder, 'chargehand.key'))
  for (const envelope of sealed) {
    expect(bytes.includes(envelope)).toBe(true)
    const secret = createPrivateKey({ key: Buffer.from(await keyStore.open(envelope)), format: 'der', type: 'pkcs8' })
    const { d = '' } = secret.export({ format: 'jwk' })
    // The number that is the key, however it might be wrapped.
    expect(bytes.includes(Buffer.from(d, 'base64url'))).toBe(false)
    expect(bytes.includes(d)).toBe(false)
  }
  expect(bytes.includes('PRIVATE KEY')).toBe(false)
})
