import { DESK_LIMITS } from '@main/ca/desk/limits'
import { describe, expect, test } from 'vitest'
import { freshEcKeys, keys } from '../support/certificationRequests'
import { csrOf, deskForEach } from '../support/deskAtSite'

const desk = deskForEach()

describe('what comes in', () => {
  test('garbage is told Rejected, kept to be seen, never grows without bound, and stays garbage', async () => {
    const charger = await desk.at.connect()
    for (let index = 0; index < DESK_LIMITS.unreadablePerOwner + 3; index += 1) {
      expect(await desk.at.sign(charger, `garbage ${index}`)).toBe('Rejected')
    }
    const unreadable = await desk.at.requests('unreadable')
    expect(unreadable).toHaveLength(DESK_LIMITS.unreadablePerOwner)
    const { id } = unreadable[0] ?? { id: 0 }
    expect((await desk.at.caseOf(id)).findings[0]?.severity).toBe('block')
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'already-decided' })
    // Put aside, and told the same when it comes again.
    await desk.at.site.client.requests.reject({ requestId: id, reason: 'garbage' })
    const { asked } = await desk.at.caseOf(id)
    expect(await desk.at.sign(charger, asked.pem)).toBe('Rejected')
    await desk.at.site.client.requests.reopen({ requestId: id })
    expect((await desk.at.caseOf(id)).request.status).toBe('unreadable')
  })

  test('the same key again is the same request, counted', async () => {
    const charger = await desk.at.connect()
    const keyPair = freshEcKeys()
    await desk.at.sign(charger, csrOf({ keyPair }))
    await desk.at.sign(charger, csrOf({ keyPair, digest: 'sha384' }))
    expect(await desk.at.requests()).toMatchObject([{ times: 2 }])
    expect((await desk.at.caseOf((await desk.at.pending()).id)).asked.signatureAlgorithm).toContain('384')
  })

  test('somebody who does not hold the key can not spoil a request by repeating it', async () => {
    const charger = await desk.at.connect()
    const keyPair = freshEcKeys()
    const good = csrOf({ keyPair })
    await desk.at.sign(charger, good)
    const before = await desk.at.pending()
    const forged = csrOf({ keyPair, signWith: keys('P-256').privateKey, subject: [['CN', 'EVIL']] })
    expect(await desk.at.sign(charger, forged)).toBe('Accepted')
    const { request, asked } = await desk.at.caseOf(before.id)
    expect(asked.pem).toBe(good)
    expect(request).toMatchObject({ subject: before.subject, severity: before.severity, times: 2 })
  })

  test('but the holder of the key mends a request that was sent without proof', async () => {
    const charger = await desk.at.connect()
    const keyPair = freshEcKeys()
    await desk.at.sign(charger, csrOf({ keyPair, signWith: keys('P-256').privateKey }))
    const { id } = await desk.at.pending()
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'blocked' })
    await desk.at.sign(charger, csrOf({ keyPair }))
    expect(await desk.at.approve(id)).toMatchObject({ kind: 'approved' })
  })

  test('one station can not flood the desk: one more than the bound is Rejected, the rest stays', async () => {
    const charger = await desk.at.connect()
    const answers = await Promise.all(
      Array.from({ length: DESK_LIMITS.pendingPerOwner + 1 }, () => desk.at.sign(charger, csrOf())),
    )
    expect(answers.filter((answer) => answer === 'Rejected')).toHaveLength(1)
    expect(answers.at(-1)).toBe('Rejected')
    expect(await desk.at.requests('pending')).toHaveLength(DESK_LIMITS.pendingPerOwner)
    // One that waits already may still be repeated, and one that is decided makes room.
    const known = await desk.at.caseOf((await desk.at.pending()).id)
    expect(await desk.at.sign(charger, known.asked.pem)).toBe('Accepted')
    await desk.at.site.client.requests.reject({ requestId: known.request.id, reason: 'too many' })
    expect(await desk.at.sign(charger, csrOf())).toBe('Accepted')
  })

  test('a key that another station uses is said so', async () => {
    await desk.at.site.client.stations.register({ identity: 'CP_2', serialNumber: 'SN-2' })
    const keyPair = freshEcKeys()
    await desk.at.sign(await desk.at.connect(), csrOf({ keyPair }))
    await desk.at.sign(await desk.at.connect('ocpp1.6', 'CP_2'), csrOf({ keyPair }))
    const [newest] = await desk.at.requests('pending')
    const { findings } = await desk.at.caseOf(newest?.id ?? 0)
    expect(findings[0]?.severity).toBe('block')
    expect(JSON.stringify(findings[0]?.params)).toContain('CP_1')
  })
})
