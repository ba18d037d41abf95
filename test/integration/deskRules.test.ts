import { createRouter } from '@main/service'
import { createRouterClient } from '@orpc/server'
import type { DeskRuleDraft } from '@shared/contract/deskRules'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshEcKeys, keys } from '../support/certificationRequests'
import { csrOf, deskForEach } from '../support/deskAtSite'
import { eventually } from '../support/eventually'

const desk = deskForEach()
beforeEach(() => desk.at.withPassword())
const client = () => desk.at.site.client

/** A rule for everything that is green. */
const ANY: DeskRuleDraft = {
  name: 'All that is green',
  conditions: {
    asker: 'station',
    renewal: false,
    sameKeyKind: false,
    newKey: false,
    sameSubject: false,
    profile: 0,
  },
  perDay: 2,
}
const written = async (draft: DeskRuleDraft = ANY) => {
  const saved = await client().deskRules.save(draft)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return saved.ruleId
}
const switchedOn = async (draft: DeskRuleDraft = ANY) => {
  const ruleId = await written(draft)
  await client().deskRules.switch({ ruleId, on: true })
  return ruleId
}
const statusOf = async (requestId: number) => (await desk.at.caseOf(requestId)).request.status
const only = async () => (await client().deskRules.list()).rules[0]

describe('a rule', () => {
  test('is off when it is written and when it is changed, and nothing is approved by one that is off', async () => {
    const ruleId = await written()
    expect(await only()).toMatchObject({ name: ANY.name, on: false, used: 0, lastUsedAt: null })
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    await client().deskRules.switch({ ruleId, on: true })
    expect(await only()).toMatchObject({ on: true })
    // What waited before it was switched on stays the manager's.
    expect(await statusOf(1)).toBe('pending')
    await client().deskRules.save({ ...ANY, perDay: 3, ruleId })
    expect(await only()).toMatchObject({ on: false, perDay: 3 })
    await desk.at.sign(charger, csrOf())
    await charger.ask('Heartbeat', {})
    expect(await statusOf(2)).toBe('pending')
    await client().deskRules.remove({ ruleId })
    expect((await client().deskRules.list()).rules).toEqual([])
    expect(await desk.at.audit()).toEqual(
      expect.arrayContaining(['rule-written', 'rule-switched-on', 'rule-changed', 'rule-removed']),
    )
  })

  test('approves what comes in, in its own name, and not more than it may in a day', async () => {
    await switchedOn()
    const charger = await desk.at.connect()
    for (const _ of [1, 2, 3]) expect(await desk.at.sign(charger, csrOf())).toBe('Accepted')
    for (const _ of [1, 2]) expect((await charger.obey({ status: 'Accepted' })).action).toBe('CertificateSigned')
    await desk.at.delivered(2, 'accepted')
    expect(await Promise.all([1, 2, 3].map(statusOf))).toEqual(['approved', 'approved', 'pending'])
    expect((await desk.at.caseOf(1)).decision).toMatchObject({ by: 'chargehand' })
    const uses = (await desk.at.trail()).filter(({ action }) => action === 'request-approved')
    expect(uses.map(({ detail }) => detail)).toMatchObject([{ rule: ANY.name }, { rule: ANY.name }])
    expect(await only()).toMatchObject({ used: 2, usedToday: 2 })
  })

  test.each([
    ['a finding that warns', csrOf({ subject: [['CN', 'another']] })],
    ['a finding that blocks', csrOf({ keyPair: keys('RSA-1024') })],
  ])('leaves %s to the manager', async (_, csr) => {
    await switchedOn()
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csr)
    await desk.at.sign(charger, csrOf())
    await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(2, 'accepted')
    expect(await statusOf(1)).toBe('pending')
  })

  test('for renewals approves the second certificate of a station, and not its first', async () => {
    await switchedOn({ ...ANY, conditions: { ...ANY.conditions, renewal: true, sameKeyKind: true, newKey: true } })
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    expect(await statusOf(1)).toBe('pending')
    await desk.at.approve(1)
    await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(1, 'accepted')
    await desk.at.sign(charger, csrOf())
    await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(2, 'accepted')
  })

  test('is tried on the last requests, and nothing happens by it', async () => {
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    await desk.at.sign(charger, csrOf({ subject: [['CN', 'another']] }))
    await desk.at.sign(charger, csrOf())
    await desk.at.sign(charger, csrOf())
    const { entries } = await client().deskRules.dryRun(ANY)
    expect(entries.map(({ request, reasons }) => [request.id, reasons])).toEqual([
      [4, ['day-full']],
      [3, []],
      [2, ['findings']],
      [1, []],
    ])
    expect(await Promise.all([1, 2, 3, 4].map(statusOf))).toEqual(Array(4).fill('pending'))
    const strict = await client().deskRules.dryRun({ ...ANY, conditions: { ...ANY.conditions, profile: 2 } })
    expect(strict.entries[3]?.reasons).toEqual(['profile'])
  })

  test('that two windows change at the same moment keeps both changes, and is not brought back', async () => {
    const ruleId = await written()
    const { save, switch: turn, remove } = client().deskRules
    await Promise.all([save({ ...ANY, perDay: 7, ruleId }), turn({ ruleId, on: true })])
    expect(await only()).toMatchObject({ perDay: 7 })
    const [, late] = await Promise.allSettled([remove({ ruleId }), save({ ...ANY, ruleId })])
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'UNKNOWN_RULE' } })
  })

  test('has a name of its own, and there is a bound to how many there are', async () => {
    const ruleId = await written()
    expect(await client().deskRules.save(ANY)).toEqual({ kind: 'name-taken' })
    expect(await client().deskRules.save({ ...ANY, ruleId })).toEqual({ kind: 'saved', ruleId })
    for (let count = 1; count < 20; count += 1) await written({ ...ANY, name: `Rule ${count}` })
    expect(await client().deskRules.save({ ...ANY, name: 'One too many' })).toEqual({ kind: 'too-many' })
    await expect(client().deskRules.remove({ ruleId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_RULE' })
  })
})

describe('a second person', () => {
  const kim = { name: 'Kim', passphrase: 'a long passphrase' }
  const wrong = { ...kim, passphrase: 'another passphrase' }

  test('has to confirm: the first approval is kept and nothing is signed until then', async () => {
    await client().approvers.add(kim)
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf({ subject: [['CN', 'another']] }))
    expect(await desk.at.approve(1)).toEqual({ kind: 'second-needed' })
    expect((await desk.at.caseOf(1)).request.firstApproval).toMatchObject({
      by: 'test',
      reason: 'checked on the phone',
    })
    expect((await client().certificates.find({})).total).toBe(0)
    expect(await client().requests.approve({ requestId: 1, second: wrong })).toMatchObject({ kind: 'second-refused' })
    // The reason of the first is the reason.
    expect(await client().requests.approve({ requestId: 1, second: kim })).toMatchObject({ kind: 'approved' })
    await charger.obey({ status: 'Accepted' })
    expect((await desk.at.caseOf(1)).decision).toMatchObject({ by: 'test, Kim', reason: 'checked on the phone' })
    const actions = await desk.at.audit()
    expect(actions).toEqual(
      expect.arrayContaining(['approver-added', 'request-approved-first', 'approver-wrong', 'request-approved']),
    )
    const { detail } = (await desk.at.trail()).find(({ action }) => action === 'request-approved') ?? {}
    expect(detail).toMatchObject({ first: 'test', second: 'Kim' })
  })

  test('is, where operators sign in, whoever of them approves after another one', async () => {
    const { site } = desk.at.site
    const seatOf = async (name: string, role: 'administrator' | 'officer' | 'operator') => {
      const wanted = { name, role, secret: `${name}'s own words` }
      const added = await client().operators.add(wanted)
      if (added.kind !== 'added') throw new Error(added.kind)
      const seat = site.seats.open()
      await seat.signIn(added.operatorId, wanted.secret)
      return createRouterClient(createRouter(site), { context: { actor: 'console', seat } })
    }
    const ada = await seatOf('Ada', 'administrator')
    const lee = await seatOf('Lee', 'officer')
    const olu = await seatOf('Olu', 'operator')
    expect(await ada.approvers.setWanted({ wanted: true })).toEqual({ kind: 'saved' })
    const charger = await desk.at.connect()
    for (const _ of [1, 2, 3]) await desk.at.sign(charger, csrOf())
    const first = { requestId: 1 }
    await expect(olu.requests.approve(first)).rejects.toMatchObject({ code: 'OFFICERS_ONLY' })
    expect(await ada.requests.approve(first)).toEqual({ kind: 'second-needed' })
    // Nobody is two people, at one seat or by a PIN typed there, and a script is none.
    expect(await ada.requests.approve(first)).toEqual({ kind: 'second-needed' })
    const self = { name: 'Ada', passphrase: "Ada's own words" }
    expect(await ada.requests.approve({ ...first, second: self })).toMatchObject({ kind: 'second-refused' })
    const byOperator = { name: 'Olu', passphrase: "Olu's own words" }
    expect(await ada.requests.approve({ ...first, second: byOperator })).toMatchObject({ kind: 'second-refused' })
    expect((await client().certificates.find({})).total).toBe(0)
    expect(await lee.requests.approve(first)).toMatchObject({ kind: 'approved' })
    expect((await desk.at.caseOf(1)).decision).toMatchObject({ by: 'Ada, Lee' })
    // Or beside the first one.
    const second = { name: 'Lee', passphrase: "Lee's own words" }
    expect(await ada.requests.approve({ requestId: 2, second })).toMatchObject({ kind: 'approved' })
    expect((await desk.at.caseOf(2)).decision).toMatchObject({ by: 'Ada, Lee' })
    // A script of an administrator is not the other one, neither before them nor with a PIN that it was told.
    const script = createRouterClient(createRouter(site), { context: { actor: 'script night', scope: 'admin' } })
    const third = { requestId: 3 }
    expect(await script.requests.approve({ ...third, second })).toMatchObject({ kind: 'second-refused' })
    expect(await script.requests.approve(third)).toEqual({ kind: 'second-needed' })
    expect(await ada.requests.approve(third)).toEqual({ kind: 'second-needed' })
    expect(await script.requests.approve(third)).toEqual({ kind: 'second-needed' })
    expect(await lee.requests.approve(third)).toEqual({ kind: 'second-needed' })
    expect(await ada.requests.approve(third)).toMatchObject({ kind: 'approved' })
  })

  test('confirms what was approved, and not what came in its place', async () => {
    await client().approvers.add(kim)
    const charger = await desk.at.connect()
    const keyPair = freshEcKeys()
    await desk.at.sign(charger, csrOf({ keyPair }))
    await desk.at.approve(1)
    await desk.at.sign(charger, csrOf({ keyPair, subject: [['CN', 'another']] }))
    expect((await desk.at.caseOf(1)).request.firstApproval).toBeNull()
    // It has findings of its own, and the reason of before was not for them.
    expect(await client().requests.approve({ requestId: 1, second: kim })).toMatchObject({ kind: 'reason-needed' })
    await desk.at.approve(1)
    const csr = csrOf({ keyPair, subject: [['CN', 'another']] })
    await desk.at.sign(charger, csr)
    await desk.at.approve(1)
    await charger.ask('SignCertificate', { csr, certificateType: 'V2GCertificate' })
    expect((await desk.at.caseOf(1)).request.firstApproval).toBeNull()
  })

  test('confirms all that is green at once, and rules rest meanwhile', async () => {
    await client().approvers.add(kim)
    await switchedOn()
    expect((await client().deskRules.list()).suspended).toBe(true)
    const charger = await desk.at.connect()
    for (const _ of [1, 2]) await desk.at.sign(charger, csrOf())
    const kinds = async (second?: typeof kim) => {
      const told: string[] = []
      for await (const event of await client().requests.approveGreen({ upTo: 2, ...(second && { second }) })) {
        told.push(...(event.kind === 'progress' ? event.results.map(({ outcome }) => outcome.kind) : [event.kind]))
      }
      return told
    }
    expect(await kinds()).toEqual(['second-needed', 'second-needed'])
    expect(await kinds(wrong)).toEqual(['second-refused'])
    expect(await kinds(kim)).toEqual(['approved', 'approved'])
  })

  test('is needed for every change of who confirms, and goes only with a right passphrase', async () => {
    const added = await client().approvers.add(kim)
    const lee = { name: 'Lee', passphrase: 'a further passphrase' }
    expect(await client().approvers.add(lee)).toMatchObject({ kind: 'second-refused' })
    expect(await client().approvers.add({ ...lee, confirm: wrong })).toMatchObject({ kind: 'second-refused' })
    expect(await client().approvers.add({ ...lee, confirm: kim })).toMatchObject({ kind: 'added' })
    expect(await client().approvers.add({ ...lee, confirm: kim })).toEqual({ kind: 'name-taken' })
    const [first, second] = (await client().approvers.list()).people
    expect([first?.name, second?.name]).toEqual(['Kim', 'Lee'])
    const approverId = added.kind === 'added' ? added.approverId : 0
    expect(await client().approvers.remove({ approverId, confirm: wrong })).toMatchObject({ kind: 'second-refused' })
    expect(await client().approvers.remove({ approverId, confirm: lee })).toEqual({ kind: 'removed' })
    await expect(client().approvers.remove({ approverId, confirm: lee })).rejects.toMatchObject({
      code: 'UNKNOWN_APPROVER',
    })
    expect(await client().approvers.remove({ approverId: second?.id ?? 0, confirm: lee })).toEqual({ kind: 'removed' })
    // Nobody is left: one person approves again.
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    expect(await desk.at.approve(1)).toMatchObject({ kind: 'approved' })
    await charger.obey({ status: 'Accepted' })
  })

  test('is not guessed: after some wrong passphrases nobody is listened to for a while, and the right one waits too', async () => {
    await client().approvers.add(kim)
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    const tried = []
    for (let count = 0; count < 5; count += 1) {
      tried.push(await client().requests.approve({ requestId: 1, second: wrong }))
    }
    expect(tried.at(-2)).toEqual({ kind: 'second-refused', waitMs: 0 })
    expect(tried.at(-1)).toMatchObject({ kind: 'second-refused' })
    const now = await client().requests.approve({ requestId: 1, second: kim })
    expect(now.kind === 'second-refused' && now.waitMs > 0).toBe(true)
    await eventually(async () => expect(await statusOf(1)).toBe('pending'))
  })

  test('is not guessed by trying many at once either', async () => {
    await client().approvers.add(kim)
    const charger = await desk.at.connect()
    await desk.at.sign(charger, csrOf())
    const tries = [...Array.from({ length: 5 }, () => wrong), kim]
    const tried = await Promise.all(tries.map((second) => client().requests.approve({ requestId: 1, second })))
    expect(new Set(tried.map(({ kind }) => kind))).toEqual(new Set(['second-refused']))
    expect(await statusOf(1)).toBe('pending')
  })

  test('is in the database only as a salted hash', async () => {
    await client().approvers.add(kim)
    const stored = desk.at.site.site.store.read.prepare('SELECT * FROM approver').all()
    expect(JSON.stringify(stored)).toContain('scrypt$')
    expect(JSON.stringify(stored)).not.toContain(kim.passphrase)
  })
})
