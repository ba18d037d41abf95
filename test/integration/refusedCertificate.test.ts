import { createCharger } from '@simulator/index'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  linesBefore = await auditLines()
  told = 0
  site.site.changes.on('audit', () => {
    told += 1
  })
})
afterEach(() => site.close())

/** How often it was told that the audit trail has grown. */
let told: number
let linesBefore: number
const auditLines = async () => (await site.client.events.audit({})).total

/** A charger of the site that has asked for a certificate, which was approved and which it has refused. */
async function refusing(version: '1.6' | '2.0.1') {
  await site.client.stations.register({ identity: 'CP_1' })
  const charger = createCharger({
    url: site.url,
    identity: 'CP_1',
    version,
    serialNumber: 'SN-1',
    organisation: 'Test Organisation',
  })
  charger.faults.rejectCertificates = true
  const ready = charger.waitFor('ready')
  charger.start()
  await ready
  await charger.requestCertificate()
  const [request] = site.site.desk.head()
  const requestId = request?.id ?? 0
  const settled = stateReached(requestId, 'refused')
  expect(await site.client.requests.approve({ requestId })).toEqual({ kind: 'approved', delivery: 'sent' })
  await settled
  return { charger, requestId }
}

/** Resolves when the certificate of a request has reached a state of delivery. */
function stateReached(requestId: number, state: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = site.site.changes.on('request', () => {
      const [found] = site.site.desk.find({
        status: null,
        stationId: null,
        deviceId: null,
        before: requestId + 1,
        limit: 1,
      }).entries
      if (found?.delivery?.state !== state) return
      stop()
      resolve()
    })
  })
}

describe.each(['1.6', '2.0.1'] as const)('a charger that refuses its certificate over %s', (version) => {
  it('stands in the queue until its refusal was noted, and in the audit trail', async () => {
    const { charger, requestId } = await refusing(version)
    expect(site.site.desk.head().map(({ id, delivery }) => [id, delivery?.state])).toEqual([[requestId, 'refused']])
    expect(await site.client.requests.settle({ requestId })).toEqual({ kind: 'settled' })
    expect(site.site.desk.head()).toEqual([])
    expect(await site.client.requests.settle({ requestId })).toEqual({ kind: 'nothing-to-settle' })
    const { entries } = await site.client.events.audit({})
    expect(entries.map(({ action }) => action).slice(0, 3)).toEqual([
      'refusal-settled',
      'certificate-refused',
      'request-approved',
    ])
    expect(told).toBe((await auditLines()) - linesBefore)
    await charger.stop()
  })

  it('takes the same certificate when it is sent again', async () => {
    const { charger, requestId } = await refusing(version)
    charger.faults.rejectCertificates = false
    const accepted = stateReached(requestId, 'accepted')
    expect(await site.client.requests.resend({ requestId })).toEqual({ kind: 'resent', delivery: 'sent' })
    await accepted
    const { certificate } = await site.client.requests.get({ requestId })
    expect(charger.certificate?.chain.startsWith(certificate?.pem.trim() ?? '-')).toBe(true)
    expect(site.site.desk.head()).toEqual([])
    expect(await site.client.requests.resend({ requestId })).toEqual({ kind: 'nothing-to-send' })
    expect(told).toBe((await auditLines()) - linesBefore)
    await charger.stop()
  })
})
