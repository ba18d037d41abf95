import { RENEWAL_LIMITS } from '@main/ca/renewals'
import { PROTOCOLS } from '@shared/ocpp/station'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { certify, connectStation, csrOf, newestCertificate, pendingCase, STATION } from '../support/certifiedStation'
import { eventually } from '../support/eventually'
import type { RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

/** Ten days more than where nothing else is said. */
const BEFORE_MS = RENEWAL_LIMITS.beforeMs + 10 * RENEWAL_LIMITS.againMs

let now: number
let site: TestSite
beforeEach(async () => {
  now = Date.now()
  site = await openTestSite({ clock: () => now, renewals: { mostTimes: 3, beforeMs: BEFORE_MS } })
})
afterEach(() => site.close())

/** What will happen before the station's certificate ends. */
const planned = async () => {
  const entry = (await site.client.certificates.calendar()).find(({ role }) => role === 'station')
  return entry?.plan
}
/** How the certificates stand that the issuing CA has signed for stations. */
const signed = async () => {
  const { authorities } = await site.client.rollOver.get()
  return authorities.find(({ role }) => role === 'issuing')?.signed.stations
}
const look = () => site.site.renewals.look()
/** Whether the server has sent anything; it answers in order, so what it sent before has come by then. */
const unasked = async (charger: RawCharger) => {
  await charger.ask('Heartbeat', {})
  return charger.unasked
}
const answered = (verdict: string) =>
  eventually(async () => expect(await planned()).toMatchObject({ kind: 'asked', verdict }))

test.each(PROTOCOLS)('a station whose certificate ends soon is asked for a request (%s)', async (protocol) => {
  const charger = await connectStation(site, protocol)
  const { notAfter } = await certify(site, charger)
  expect(await planned()).toEqual({ kind: 'will-ask', at: notAfter - BEFORE_MS })

  now = notAfter - BEFORE_MS - 1
  expect(await signed()).toMatchObject({ valid: 1, 'ends-soon': 0 })
  now += 1
  expect(await signed()).toMatchObject({ valid: 0, 'ends-soon': 1 })
  await look()
  expect(await unasked(charger)).toEqual([])
  now += 1
  await look()
  expect(await charger.obey({ status: 'Accepted' })).toEqual(
    protocol === 'ocpp1.6'
      ? { action: 'ExtendedTriggerMessage', payload: { requestedMessage: 'SignChargePointCertificate' } }
      : { action: 'TriggerMessage', payload: { requestedMessage: 'SignChargingStationCertificate' } },
  )
  await answered('accepted')
  expect(await planned()).toEqual({
    kind: 'asked',
    at: now,
    times: 1,
    verdict: 'accepted',
    againAt: now + RENEWAL_LIMITS.againMs,
  })

  expect(await charger.ask('SignCertificate', { csr: csrOf() })).toEqual({ status: 'Accepted' })
  const requestId = (await pendingCase(site)).request.id
  expect(await planned()).toEqual({ kind: 'request-waits', requestId })
  now += RENEWAL_LIMITS.againMs
  await look()
  expect(await unasked(charger)).toEqual([])

  await site.client.requests.approve({ requestId, reason: 'renewal' })
  expect(await planned()).toEqual({ kind: 'replaced' })
  await charger.obey({ status: 'Accepted' })
  await eventually(async () => expect((await newestCertificate(site)).delivery.state).toBe('accepted'))
  const renewed = await newestCertificate(site)
  expect(await planned()).toEqual({ kind: 'will-ask', at: renewed.notAfter - BEFORE_MS })
  // Both count until the new one is seen (A02.FR.08).
  expect((await site.client.certificates.find({})).entries.map(({ revocation }) => revocation)).toEqual([null, null])
})

test('a station that refuses or says nothing is asked again each day, and not for ever', async () => {
  const charger = await connectStation(site)
  const { notAfter } = await certify(site, charger)
  now = notAfter - 10 * RENEWAL_LIMITS.againMs
  await look()
  await charger.obey({ status: 'Rejected' })
  await answered('refused')
  now += RENEWAL_LIMITS.againMs - 1
  await look()
  expect(await unasked(charger)).toEqual([])
  for (const times of [2, 3]) {
    now += RENEWAL_LIMITS.againMs
    await look()
    await charger.obey({ status: 'NotImplemented' })
    if (times < 3) await eventually(async () => expect(await planned()).toMatchObject({ times }))
  }
  expect(await planned()).toEqual({ kind: 'given-up', times: 3 })
  now += RENEWAL_LIMITS.againMs
  await look()
  expect(await unasked(charger)).toEqual([])
})

test('a station that is away is asked when it is back, also over a restart', async () => {
  const charger = await connectStation(site)
  const { notAfter } = await certify(site, charger)
  await charger.close()
  await eventually(() => expect(site.site.connectedStations()).toBe(0))
  now = notAfter - 1
  await look()
  expect(await planned()).toMatchObject({ kind: 'will-ask' })
  site = await site.restart()
  const back = await connectStation(site)
  await look()
  expect((await back.obey({ status: 'Accepted' })).action).toBe('TriggerMessage')
})

test('a certificate that a station shows to vehicles is neither a renewal of its own nor in the way of one', async () => {
  const charger = await connectStation(site)
  const { id, notAfter } = await certify(site, charger)
  const will = { kind: 'will-ask', at: notAfter - BEFORE_MS }
  expect(await charger.ask('SignCertificate', { csr: csrOf(), certificateType: 'V2GCertificate' })).toEqual({
    status: 'Accepted',
  })
  expect(await planned()).toEqual(will)
  const requestId = (await pendingCase(site)).request.id
  await site.client.requests.approve({ requestId, reason: 'known' })
  expect(await planned()).toEqual(will)
  expect((await charger.obey({ status: 'Accepted' })).payload).toMatchObject({ certificateType: 'V2GCertificate' })
  await eventually(async () => expect((await newestCertificate(site)).delivery.state).toBe('accepted'))
  expect(await planned()).toEqual(will)
  // Nor is it another one by which the station could prove itself.
  expect((await site.client.certificates.get({ certificateId: id })).hits).toMatchObject({ others: 0 })
  const { stationId } = await newestCertificate(site)
  await site.client.certificates.revoke({ certificateId: id, reason: 'unspecified' })
  expect(await site.client.security.get({ stationId })).toMatchObject({ hasCertificate: false })
})

test('the calendar names what ends first, and the authority last', async () => {
  await certify(site, await connectStation(site))
  const calendar = await site.client.certificates.calendar()
  expect(calendar.map(({ role }) => role)).toEqual(['station', 'issuing', 'root'])
  expect(calendar[0]).toMatchObject({ station: { identity: STATION.identity } })
  expect(calendar[1]).toMatchObject({ generation: 1, plan: { kind: 'by-hand' } })
  const { id } = await newestCertificate(site)
  await site.client.certificates.revoke({ certificateId: id, reason: 'unspecified' })
  expect((await site.client.certificates.calendar()).map(({ role }) => role)).toEqual(['issuing', 'root'])
})
