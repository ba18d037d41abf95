import { spawnSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DESK_LIMITS } from '@main/ca/desk/limits'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { freshEcKeys, keys, type RequestRecipe, requestPem, spkiOf } from '../support/certificationRequests'
import { environment } from '../support/environment'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

const SERIAL = 'SN-0042'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite({ limits: { callTimeoutMs: 5_000 } })
  await site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
})
afterEach(() => site.close())

/** A request with a key of its own for the station and organisation of the test. */
const csrOf = (recipe: RequestRecipe = {}) =>
  requestPem({
    keyPair: freshEcKeys(),
    subject: [
      ['O', 'Test Organisation'],
      ['CN', SERIAL],
    ],
    ...recipe,
  })
const connect = async (protocol: Protocol = 'ocpp2.0.1', identity = 'CP_1') => {
  const charger = await RawCharger.connect(site.url, identity, protocol)
  await charger.ask('BootNotification', bootOf(protocol, SERIAL))
  return charger
}
const sign = async (charger: RawCharger, csr: string) => (await charger.ask('SignCertificate', { csr })).status
const requests = async (status?: 'pending' | 'unreadable' | 'approved' | 'rejected') =>
  (await site.client.requests.find({ status, limit: 100 })).entries
const pending = async () => {
  const [first] = await requests('pending')
  if (!first) throw new Error('nothing waits')
  return first
}
const caseOf = (requestId: number) => site.client.requests.get({ requestId })
const delivered = (requestId: number, state: string) =>
  vi.waitFor(async () => expect((await caseOf(requestId)).request.delivery?.state).toBe(state), { timeout: 10_000 })
/** How often the events page was told; no charger here reports an event or presents a card. */
const toldOfEvents = async () => {
  const first = await (await site.client.site.revisions()).next()
  return first.done ? null : first.value.events
}
const audit = async () => (await site.client.events.audit({})).entries.map((entry) => entry.action)

async function approve(requestId: number) {
  return site.client.requests.approve({ requestId, reason: 'checked on the phone' })
}

describe.each(PROTOCOLS)('a certificate on %s', (protocol) => {
  test('is asked for, approved, delivered with its chain and accepted', async () => {
    const charger = await connect(protocol)
    expect(await sign(charger, csrOf())).toBe('Accepted')
    const { id } = await pending()
    expect(await caseOf(id)).toMatchObject({
      request: { subject: `O=Test Organisation, CN=${SERIAL}`, times: 1, delivery: null },
      asked: { key: 'EC P-256', cameOver: { transport: 'ws', protocol, remoteAddress: '127.0.0.1' } },
      owner: { online: true },
      chain: [{ role: 'station' }, { role: 'issuing' }, { role: 'root' }],
    })
    expect(await approve(id)).toEqual({ kind: 'approved', delivery: 'sent' })
    const { action, payload } = await charger.obey({ status: 'Accepted' })
    expect(action).toBe('CertificateSigned')
    const chain = String(payload.certificateChain)
    expect(chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    await delivered(id, 'accepted')
    expect(await caseOf(id)).toMatchObject({ certificate: { subject: `O=Test Organisation, CN=${SERIAL}` } })
    expect((await audit()).slice(0, 2)).toEqual(['certificate-accepted', 'request-approved'])
    expect(await toldOfEvents()).toBe((await audit()).length)
  })

  test('that the station refuses is kept as refused, with its reason, and not sent again by itself', async () => {
    const charger = await connect(protocol)
    await sign(charger, csrOf())
    const { id } = await pending()
    await approve(id)
    await charger.obey(
      protocol === 'ocpp1.6'
        ? { status: 'Rejected' }
        : { status: 'Rejected', statusInfo: { reasonCode: 'InvalidCert', additionalInfo: 'chain too long' } },
    )
    await delivered(id, 'refused')
    expect((await caseOf(id)).request.delivery?.detail).toBe(
      protocol === 'ocpp1.6' ? null : 'InvalidCert: chain too long',
    )
    await charger.close()
    const again = await connect(protocol)
    await again.ask('Heartbeat', {})
    expect(again.unasked).toEqual([])
  })

  test('of a station that is offline waits for it, also over a restart', async () => {
    const charger = await connect(protocol)
    await sign(charger, csrOf())
    await charger.close()
    await vi.waitFor(() => expect(site.site.connectedStations()).toBe(0))
    const { id } = await pending()
    expect(await approve(id)).toEqual({ kind: 'approved', delivery: 'waiting' })
    site = await site.restart()
    const back = await RawCharger.connect(site.url, 'CP_1', protocol)
    // Without a boot: a station that only lost its link sends none.
    await back.ask('Heartbeat', {})
    expect((await back.obey({ status: 'Accepted' })).action).toBe('CertificateSigned')
    await delivered(id, 'accepted')
  })
})

test('a certificate that is not answered is noted, and sent again when the station comes back', async () => {
  await site.close()
  site = await openTestSite({ limits: { callTimeoutMs: 1_000 } })
  await site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
  const charger = await connect()
  await sign(charger, csrOf())
  const { id } = await pending()
  await approve(id)
  const first = await charger.next()
  await delivered(id, 'unanswered')
  await charger.close()
  const back = await connect()
  const { payload } = await back.obey({ status: 'Accepted' })
  expect(payload).toEqual(first[3])
  await delivered(id, 'accepted')
})

test('a certificate whose station hangs up instead of answering is sent again', async () => {
  const charger = await connect()
  await sign(charger, csrOf())
  const { id } = await pending()
  await approve(id)
  await charger.next()
  await charger.close()
  await delivered(id, 'unanswered')
  const back = await connect()
  await back.obey({ status: 'Accepted' })
  await delivered(id, 'accepted')
})

test('an answer that can not be understood counts as refused', async () => {
  const charger = await connect()
  await sign(charger, csrOf())
  const { id } = await pending()
  await approve(id)
  await charger.obey({ status: 'Maybe' })
  await delivered(id, 'refused')
})

test('a certificate goes out as the type that was asked for', async () => {
  const charger = await connect()
  await charger.ask('SignCertificate', { csr: csrOf(), certificateType: 'ChargingStationCertificate' })
  await approve((await pending()).id)
  expect((await charger.obey({ status: 'Accepted' })).payload.certificateType).toBe('ChargingStationCertificate')
})

describe('the number of a request in 2.1 (A02.FR.24)', () => {
  const ask = (charger: RawCharger, csr: string, requestId?: number) =>
    charger.ask('SignCertificate', { csr, certificateType: 'ChargingStationCertificate', requestId })

  test('comes back with the certificate, the one of the newest asking', async () => {
    const charger = await connect('ocpp2.1')
    const csr = csrOf()
    await ask(charger, csr, 7)
    await ask(charger, csr, 8)
    const { id } = await pending()
    await approve(id)
    const { payload } = await charger.obey({ status: 'Accepted' })
    expect(payload).toMatchObject({ requestId: 8, certificateType: 'ChargingStationCertificate' })
    await delivered(id, 'accepted')
    await ask(charger, csr, 9)
    expect((await charger.obey({ status: 'Accepted' })).payload.requestId).toBe(9)
  })

  test.each([
    ['the station gave none', 'ocpp2.1', undefined],
    ['it came back with a version that has none', 'ocpp2.0.1', 7],
  ] as const)('is left out when %s', async (_, protocol, requestId) => {
    const charger = await connect('ocpp2.1')
    await ask(charger, csrOf(), requestId)
    await charger.close()
    await vi.waitFor(() => expect(site.site.connectedStations()).toBe(0))
    const { id } = await pending()
    await approve(id)
    const back = await connect(protocol)
    expect((await back.obey({ status: 'Accepted' })).payload).not.toHaveProperty('requestId')
    await delivered(id, 'accepted')
  })
})

describe('what comes in', () => {
  test('garbage is told Rejected, kept to be seen, never grows without bound, and stays garbage', async () => {
    const charger = await connect()
    for (let index = 0; index < DESK_LIMITS.unreadablePerOwner + 3; index += 1) {
      expect(await sign(charger, `garbage ${index}`)).toBe('Rejected')
    }
    const unreadable = await requests('unreadable')
    expect(unreadable).toHaveLength(DESK_LIMITS.unreadablePerOwner)
    const { id } = unreadable[0] ?? { id: 0 }
    expect((await caseOf(id)).findings[0]?.severity).toBe('block')
    expect(await approve(id)).toMatchObject({ kind: 'already-decided' })
    // Put aside, and told the same when it comes again.
    await site.client.requests.reject({ requestId: id, reason: 'garbage' })
    const { asked } = await caseOf(id)
    expect(await sign(charger, asked.pem)).toBe('Rejected')
    await site.client.requests.reopen({ requestId: id })
    expect((await caseOf(id)).request.status).toBe('unreadable')
  })

  test('the same key again is the same request, counted', async () => {
    const charger = await connect()
    const keyPair = freshEcKeys()
    await sign(charger, csrOf({ keyPair }))
    await sign(charger, csrOf({ keyPair, digest: 'sha384' }))
    expect(await requests()).toMatchObject([{ times: 2 }])
    expect((await caseOf((await pending()).id)).asked.signatureAlgorithm).toContain('384')
  })

  test('somebody who does not hold the key can not spoil a request by repeating it', async () => {
    const charger = await connect()
    const keyPair = freshEcKeys()
    const good = csrOf({ keyPair })
    await sign(charger, good)
    const before = await pending()
    const forged = csrOf({ keyPair, signWith: keys('P-256').privateKey, subject: [['CN', 'EVIL']] })
    expect(await sign(charger, forged)).toBe('Accepted')
    const { request, asked } = await caseOf(before.id)
    expect(asked.pem).toBe(good)
    expect(request).toMatchObject({ subject: before.subject, severity: before.severity, times: 2 })
  })

  test('but the holder of the key mends a request that was sent without proof', async () => {
    const charger = await connect()
    const keyPair = freshEcKeys()
    await sign(charger, csrOf({ keyPair, signWith: keys('P-256').privateKey }))
    const { id } = await pending()
    expect(await approve(id)).toMatchObject({ kind: 'blocked' })
    await sign(charger, csrOf({ keyPair }))
    expect(await approve(id)).toMatchObject({ kind: 'approved' })
  })

  test('one station can not flood the desk: one more than the bound is Rejected, the rest stays', async () => {
    const charger = await connect()
    const answers = await Promise.all(
      Array.from({ length: DESK_LIMITS.pendingPerOwner + 1 }, () => sign(charger, csrOf())),
    )
    expect(answers.filter((answer) => answer === 'Rejected')).toHaveLength(1)
    expect(answers.at(-1)).toBe('Rejected')
    expect(await requests('pending')).toHaveLength(DESK_LIMITS.pendingPerOwner)
    // One that waits already may still be repeated, and one that is decided makes room.
    const known = await caseOf((await pending()).id)
    expect(await sign(charger, known.asked.pem)).toBe('Accepted')
    await site.client.requests.reject({ requestId: known.request.id, reason: 'too many' })
    expect(await sign(charger, csrOf())).toBe('Accepted')
  })

  test('a key that another station uses is said so', async () => {
    await site.client.stations.register({ identity: 'CP_2', serialNumber: 'SN-2' })
    const keyPair = freshEcKeys()
    await sign(await connect(), csrOf({ keyPair }))
    await sign(await connect('ocpp1.6', 'CP_2'), csrOf({ keyPair }))
    const [newest] = await requests('pending')
    const { findings } = await caseOf(newest?.id ?? 0)
    expect(findings[0]?.severity).toBe('block')
    expect(JSON.stringify(findings[0]?.params)).toContain('CP_1')
  })
})

describe('deciding', () => {
  test('a request that warns wants a reason, and gets its certificate with one', async () => {
    const charger = await connect()
    await sign(charger, csrOf({ subject: [['CN', 'another']] }))
    const { id, severity } = await pending()
    expect(severity).toBe('warn')
    expect(await site.client.requests.approve({ requestId: id })).toMatchObject({ kind: 'reason-needed' })
    expect(await requests('approved')).toEqual([])
    expect(await approve(id)).toMatchObject({ kind: 'approved' })
    // The site's own word counts, not what was asked for.
    expect((await caseOf(id)).certificate?.subject).toBe(`O=Test Organisation, CN=${SERIAL}`)
  })

  test('a request that is blocked can not be approved, reason or not', async () => {
    const charger = await connect()
    await sign(charger, csrOf({ keyPair: keys('RSA-1024') }))
    const { id, severity } = await pending()
    expect(severity).toBe('block')
    expect(await approve(id)).toMatchObject({ kind: 'blocked' })
    expect(charger.unasked).toEqual([])
  })

  test('what is blocked for want of a serial number is not once the serial number is known', async () => {
    await site.client.stations.register({ identity: 'CP_2' })
    const charger = await RawCharger.connect(site.url, 'CP_2', 'ocpp2.0.1')
    await sign(charger, csrOf())
    const { id } = await pending()
    expect(await approve(id)).toMatchObject({ kind: 'blocked' })
    await charger.ask('BootNotification', bootOf('ocpp2.0.1', SERIAL))
    await vi.waitFor(async () => expect((await pending()).severity).not.toBe('block'))
    expect(await approve(id)).toMatchObject({ kind: 'approved' })
  })

  test('twice at the same moment signs and sends once', async () => {
    const charger = await connect()
    await sign(charger, csrOf())
    const { id } = await pending()
    const outcomes = await Promise.all([approve(id), approve(id), approve(id)])
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['already-decided', 'already-decided', 'approved'])
    await charger.obey({ status: 'Accepted' })
    await delivered(id, 'accepted')
    expect((await site.client.certificates.find({})).total).toBe(1)
    expect(charger.unasked).toEqual([])
    expect((await audit()).filter((action) => action === 'request-approved')).toHaveLength(1)
  })

  test('a rejected request sends nothing, keeps its reason, and may be reopened and approved', async () => {
    const charger = await connect()
    const csr = csrOf()
    await sign(charger, csr)
    const { id } = await pending()
    expect(await site.client.requests.reject({ requestId: id, reason: 'not ours' })).toEqual({ kind: 'rejected' })
    expect(await caseOf(id)).toMatchObject({
      request: { status: 'rejected' },
      decision: { by: 'test', reason: 'not ours' },
    })
    expect(await approve(id)).toEqual({ kind: 'already-decided', status: 'rejected' })
    expect(await site.client.requests.reject({ requestId: id, reason: 'x' })).toMatchObject({ kind: 'already-decided' })
    // Asking again changes nothing about it.
    expect(await sign(charger, csr)).toBe('Accepted')
    expect((await caseOf(id)).request.status).toBe('rejected')
    expect(charger.unasked).toEqual([])
    expect(await site.client.requests.reopen({ requestId: id })).toEqual({ kind: 'reopened' })
    expect(await site.client.requests.reopen({ requestId: id })).toEqual({ kind: 'not-rejected' })
    expect(await approve(id)).toMatchObject({ kind: 'approved' })
    expect(await toldOfEvents()).toBe((await audit()).length)
  })

  test('a station that asks again for what it has got gets the same certificate again', async () => {
    const charger = await connect()
    const csr = csrOf()
    await sign(charger, csr)
    const { id } = await pending()
    await approve(id)
    const first = await charger.obey({ status: 'Accepted' })
    await delivered(id, 'accepted')
    expect(await sign(charger, csr)).toBe('Accepted')
    expect((await charger.obey({ status: 'Accepted' })).payload).toEqual(first.payload)
    expect((await site.client.certificates.find({})).total).toBe(1)
  })

  test('a key whose certificate is about to end is a renewal: the request waits again and gets a certificate of its own', async () => {
    const month = 30 * 24 * 3_600_000
    let now = Date.now()
    await site.close()
    site = await openTestSite({ clock: () => now, limits: { callTimeoutMs: 5_000 } })
    await site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
    const charger = await connect()
    const csr = csrOf()
    await sign(charger, csr)
    const { id } = await pending()
    await approve(id)
    await charger.obey({ status: 'Accepted' })
    await delivered(id, 'accepted')
    const first = (await caseOf(id)).certificate?.serialNumber

    now += 11 * month
    expect(await sign(charger, csr)).toBe('Accepted')
    expect((await pending()).id).toBe(id)
    expect(await caseOf(id)).toMatchObject({ certificate: null, decision: null, request: { times: 2, delivery: null } })
    expect((await caseOf(id)).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['renewal', 'key-certified-before']),
    )
    await approve(id)
    await charger.obey({ status: 'Accepted' })
    await delivered(id, 'accepted')
    expect((await caseOf(id)).certificate?.serialNumber).not.toBe(first)
    expect((await site.client.certificates.find({})).total).toBe(2)
    await charger.close()
  })

  test('a station that is not admitted asks in vain', async () => {
    const stranger = await RawCharger.connect(site.url, 'CP_9', 'ocpp2.0.1')
    expect((await stranger.call('SignCertificate', { csr: csrOf() })).slice(2, 3)).toEqual(['SecurityError'])
    expect(await requests()).toEqual([])
  })
})

describe('near the end of the issuing CA', () => {
  let now: number
  beforeEach(async () => {
    now = Date.now()
    await site.close()
    site = await openTestSite({ clock: () => now, limits: { callTimeoutMs: 5_000 } })
    await site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
  })
  const authorityEnd = async () => (await site.client.certificates.authority()).issuing.notAfter

  test('a certificate ends with it, as the case says before and after', async () => {
    const end = await authorityEnd()
    now = end - 24 * 3_600_000
    const charger = await connect()
    await sign(charger, csrOf())
    const { id } = await pending()
    const before = await caseOf(id)
    expect(before.findings).toContainEqual({
      code: 'validity-shortened',
      severity: 'note',
      params: { notAfter: new Date(end).toISOString().slice(0, 10) },
      requirement: 'RFC 5280 §6.1.3',
    })
    expect(before.chain[0]).toMatchObject({ role: 'station', notAfter: end })
    expect(await approve(id)).toMatchObject({ kind: 'approved' })
    await charger.obey({ status: 'Accepted' })
    const after = await caseOf(id)
    expect(after.certificate?.notAfter).toBe(end)
    expect(after.chain).toEqual(before.chain)
  })

  test('a request that waits is blocked once it has ended, and can be approved when the clock was only wrong', async () => {
    const real = now
    const charger = await connect()
    await sign(charger, csrOf())
    const { id } = await pending()
    now = await authorityEnd()
    const ended = await caseOf(id)
    expect(ended.findings[0]).toMatchObject({ code: 'authority-expired', severity: 'block' })
    expect(ended.chain).toEqual([])
    expect(await approve(id)).toMatchObject({ kind: 'blocked', findings: ended.findings })
    expect((await pending()).id).toBe(id)
    now = real
    expect(await approve(id)).toMatchObject({ kind: 'approved' })
    await charger.obey({ status: 'Accepted' })
  })
})

if (!environment.openssl)
  console.warn('SKIPPED: no openssl on this machine, so no other program has checked our chain.')
test.skipIf(!environment.openssl)('OpenSSL accepts the chain against the root', async () => {
  const charger = await connect()
  for (const keyPair of [freshEcKeys(), keys('RSA-2048')]) {
    await sign(charger, csrOf({ keyPair }))
    await approve((await pending()).id)
    const { payload } = await charger.obey({ status: 'Accepted' })
    const [leaf = '', issuing = ''] = String(payload.certificateChain).split(
      /(?<=-----END CERTIFICATE-----\n?)(?=-----BEGIN)/,
    )
    const { root } = await site.client.certificates.authority()
    const files = Object.entries({ leaf, issuing, root: root.pem }).map(([name, text]) => {
      const file = join(site.folder, `${name}.pem`)
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
  const sealed = site.site.store.read.prepare('SELECT sealed_key FROM authority').pluck().all() as Buffer[]
  const { file } = site.site.store
  const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)])
  expect(sealed).toHaveLength(2)
  const keyStore = fileKeyStore(join(site.folder, 'chargehand.key'))
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
