import { beforeEach, describe, expect, test } from 'vitest'
import { keys } from '../support/certificationRequests'
import { csrOf, deskForEach, SERIAL } from '../support/deskAtSite'
import { eventually } from '../support/eventually'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite } from '../support/testSite'

const desk = deskForEach()

describe('deciding', () => {
  test('a request that warns wants a reason, and gets its certificate with one', async () => {
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf({ subject: [['CN', 'another']] }))
    const { id, severity } = await desk.at.pending()
    expect(severity).toBe('warn')
    expect(await desk.at.site.client.requests.approve({ requestId: id })).toMatchObject({ kind: 'reason-needed' })
    expect(await desk.at.requests('approved')).toEqual([])
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'approved' })
    // The site's own word counts, not what was asked for.
    expect((await desk.at.caseOf(id)).certificate?.subject).toBe(`O=Test Organisation, CN=${SERIAL}`)
  })

  test('a request that is blocked can not be approved, reason or not', async () => {
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf({ keyPair: keys('RSA-1024') }))
    const { id, severity } = await desk.at.pending()
    expect(severity).toBe('block')
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'blocked' })
    expect(charger.unasked).toEqual([])
  })

  test('what is blocked for want of a serial number is not once the serial number is known', async () => {
    await desk.at.site.client.stations.register({ identity: 'CP_2' })
    const charger = await RawCharger.connect(desk.at.site.url, 'CP_2', 'ocpp2.0.1')
    await desk.at.sign(charger, csrOf())
    const { id } = await desk.at.pending()
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'blocked' })
    await charger.ask('BootNotification', bootOf('ocpp2.0.1', SERIAL))
    await eventually(async () => expect((await desk.at.pending()).severity).not.toBe('block'))
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'approved' })
  })

  test('twice at the same moment signs and sends once', async () => {
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    const { id } = await desk.at.pending()
    const outcomes = await Promise.all([desk.at.approve(id), desk.at.approve(id), desk.at.approve(id)])
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['already-decided', 'already-decided', 'approved'])
    await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(id, 'accepted')
    expect((await desk.at.site.client.certificates.find({})).total).toBe(1)
    expect(charger.unasked).toEqual([])
    expect((await desk.at.audit()).filter((action) => action === 'request-approved')).toHaveLength(1)
  })

  test('a rejected request sends nothing, keeps its reason, and may be reopened and approved', async () => {
    const charger = await desk.at.connect()
    const csr = csrOf()
    await desk.at.sign(charger, csr)
    const { id } = await desk.at.pending()
    expect(await desk.at.site.client.requests.reject({ requestId: id, reason: 'not ours' })).toEqual({
      kind: 'rejected',
    })
    expect(await desk.at.caseOf(id)).toMatchObject({
      request: { status: 'rejected' },
      decision: { by: 'test', reason: 'not ours' },
    })
    expect(await desk.at.approve(id)).toEqual({ kind: 'already-decided', status: 'rejected' })
    expect(await desk.at.site.client.requests.reject({ requestId: id, reason: 'x' })).toMatchObject({
      kind: 'already-decided',
    })
    // Asking again changes nothing about it.
    expect(await desk.at.sign(charger, csr)).toBe('Accepted')
    expect((await desk.at.caseOf(id)).request.status).toBe('rejected')
    expect(charger.unasked).toEqual([])
    expect(await desk.at.site.client.requests.reopen({ requestId: id })).toEqual({ kind: 'reopened' })
    expect(await desk.at.site.client.requests.reopen({ requestId: id })).toEqual({ kind: 'not-rejected' })
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'approved' })
    await eventually(async () => expect(await desk.at.toldOfEvents()).toBe((await desk.at.audit()).length))
  })

  test('a station that asks again for what it has got gets the same certificate again', async () => {
    const charger = await desk.at.connect()
    const csr = csrOf()
    await desk.at.sign(charger, csr)
    const { id } = await desk.at.pending()
    await desk.at.approve(id)
    const first = await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(id, 'accepted')
    expect(await desk.at.sign(charger, csr)).toBe('Accepted')
    expect((await charger.obey({ status: 'Accepted' })).payload).toEqual(first.payload)
    expect((await desk.at.site.client.certificates.find({})).total).toBe(1)
  })

  test('a key whose certificate is about to end is a renewal: the request waits again and gets a certificate of its own', async () => {
    const month = 30 * 24 * 3_600_000
    let now = Date.now()
    await desk.at.site.close()
    desk.at.site = await openTestSite({ clock: () => now, limits: { callTimeoutMs: 5_000 } })
    await desk.at.site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
    const charger = await desk.at.connect()
    const csr = csrOf()
    await desk.at.sign(charger, csr)
    const { id } = await desk.at.pending()
    await desk.at.approve(id)
    await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(id, 'accepted')
    const first = (await desk.at.caseOf(id)).certificate?.serialNumber

    now += 11 * month
    expect(await desk.at.sign(charger, csr)).toBe('Accepted')
    expect((await desk.at.pending()).id).toBe(id)
    expect(await desk.at.caseOf(id)).toMatchObject({
      certificate: null,
      decision: null,
      request: { times: 2, delivery: null },
    })
    expect((await desk.at.caseOf(id)).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['renewal', 'key-certified-before']),
    )
    await desk.at.approve(id)
    await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(id, 'accepted')
    expect((await desk.at.caseOf(id)).certificate?.serialNumber).not.toBe(first)
    expect((await desk.at.site.client.certificates.find({})).total).toBe(2)
    await charger.close()
  })

  test('a station that is not admitted asks in vain', async () => {
    const stranger = await RawCharger.connect(desk.at.site.url, 'CP_9', 'ocpp2.0.1')
    expect((await stranger.call('SignCertificate', { csr: csrOf() })).slice(2, 3)).toEqual(['SecurityError'])
    expect(await desk.at.requests()).toEqual([])
  })
})

describe('near the end of the issuing CA', () => {
  let now: number
  beforeEach(async () => {
    now = Date.now()
    await desk.at.site.close()
    desk.at.site = await openTestSite({ clock: () => now, limits: { callTimeoutMs: 5_000 } })
    await desk.at.site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
  })
  const authorityEnd = async () => (await desk.at.site.client.certificates.authority()).issuing.notAfter

  test('a certificate ends with it, as the case says before and after', async () => {
    const end = await authorityEnd()
    now = end - 24 * 3_600_000
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    const { id } = await desk.at.pending()
    const before = await desk.at.caseOf(id)
    expect(before.findings).toContainEqual({
      code: 'validity-shortened',
      severity: 'note',
      params: { notAfter: new Date(end).toISOString().slice(0, 10) },
      requirement: 'RFC 5280 §6.1.3',
    })
    expect(before.chain[0]).toMatchObject({ role: 'station', notAfter: end })
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'approved' })
    await charger.obey({ status: 'Accepted' })
    const after = await desk.at.caseOf(id)
    expect(after.certificate?.notAfter).toBe(end)
    expect(after.chain).toEqual(before.chain)
  })

  test('a request that waits is blocked once it has ended, and can be approved when the clock was only wrong', async () => {
    const real = now
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    const { id } = await desk.at.pending()
    now = await authorityEnd()
    const ended = await desk.at.caseOf(id)
    expect(ended.findings[0]).toMatchObject({ code: 'authority-expired', severity: 'block' })
    expect(ended.chain).toEqual([])
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'blocked', findings: ended.findings })
    expect((await desk.at.pending()).id).toBe(id)
    now = real
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'approved' })
    await charger.obey({ status: 'Accepted' })
  })
})
