import { describe, expect, test } from 'vitest'
import { freshEcKeys } from '../support/certificationRequests'
import { csrOf, DeskAtSite, deskForEach } from '../support/deskAtSite'
import { eventually } from '../support/eventually'
import type { TestClient } from '../support/testSite'

const desk = deskForEach()
const requests = (): TestClient['requests'] => desk.at.site.client.requests

/** Requests of CP_1 that wait, in the order they came; those with a serial number of their own warn. */
async function waiting(...kinds: ('green' | 'warns')[]) {
  await desk.at.withPassword()
  const charger = await desk.at.connect()
  for (const kind of kinds) {
    await desk.at.sign(charger, kind === 'green' ? csrOf() : csrOf({ subject: [['CN', 'another']] }))
  }
  return charger
}
const queue = async (offset = 0, limit = 50) => {
  const { entries, total } = await requests().queue({ offset, limit })
  return { ids: entries.map(({ id }) => id), total }
}
const summary = async () => {
  for await (const now of await requests().summary()) return now
  throw new Error('there are no numbers')
}
const approveGreen = async (upTo: number, takeOnly = Number.POSITIVE_INFINITY) => {
  const results: string[] = []
  let taken = 0
  let last = { done: 0, total: 0 }
  for await (const event of await requests().approveGreen({ upTo })) {
    if (event.kind !== 'progress') throw new Error(event.kind)
    results.push(...event.results.map(({ requestId, outcome }) => `${requestId} ${outcome.kind}`))
    last = { done: event.done, total: event.total }
    taken += 1
    if (taken >= takeOnly) break
  }
  return { results, ...last }
}

describe('the queue', () => {
  test('has what waits first, then what could not be read, was refused and is on its way, and every place has its neighbours', async () => {
    const charger = await waiting('warns', 'warns', 'warns')
    await desk.at.sign(charger, 'garbage')
    await desk.at.approve(1)
    await charger.obey({ status: 'Rejected' })
    await desk.at.delivered(1, 'refused')
    await charger.close()
    await eventually(() => expect(desk.at.site.site.connectedStations()).toBe(0))
    await desk.at.approve(2)
    expect(await queue()).toEqual({ ids: [3, 4, 1, 2], total: 4 })
    expect(await queue(1, 2)).toEqual({ ids: [4, 1], total: 4 })
    expect(await queue(3, 2)).toEqual({ ids: [2], total: 4 })
    expect(await queue(4)).toEqual({ ids: [], total: 4 })
    expect(await Promise.all([3, 4, 1, 2].map((requestId) => requests().place({ requestId })))).toEqual([
      { index: 0, previous: null, next: 4 },
      { index: 1, previous: 3, next: 1 },
      { index: 2, previous: 4, next: 2 },
      { index: 3, previous: 1, next: null },
    ])
    expect((await summary()).sections).toEqual({ pending: 1, unreadable: 1, refused: 1, 'on-the-way': 1 })
    // What is settled or was rejected waits for nothing.
    await requests().settle({ requestId: 1 })
    await requests().reject({ requestId: 3, reason: 'not ours' })
    expect((await queue()).ids).toEqual([4, 2])
    expect(await requests().place({ requestId: 3 })).toEqual({ index: null, previous: null, next: null })
    expect(await requests().place({ requestId: 99 })).toEqual({ index: null, previous: null, next: null })
  })

  test('tells its head and its numbers live, and no more than what changed', async () => {
    const charger = await waiting('warns')
    const stop = new AbortController()
    const head = await requests().watch(undefined, { signal: stop.signal })
    const numbers = await requests().summary(undefined, { signal: stop.signal })
    expect(await head.next()).toMatchObject({ value: { type: 'snapshot', entries: [{ id: 1 }] } })
    expect(await numbers.next()).toMatchObject({ value: { green: 0, newestGreen: null } })
    await desk.at.sign(charger, csrOf())
    expect(await head.next()).toMatchObject({ value: { type: 'changes', changed: [{ id: 2 }], removed: [] } })
    expect(await numbers.next()).toMatchObject({ value: { green: 1, newestGreen: 2, sections: { pending: 2 } } })
    await requests().reject({ requestId: 1, reason: 'not ours' })
    expect(await head.next()).toMatchObject({ value: { type: 'changes', changed: [], removed: [1] } })
    stop.abort()
    await head.return?.()
    await numbers.return?.()
  })
})

describe('approving all that is green', () => {
  test('signs those and no other, tells what came of each, and audits each', async () => {
    const charger = await waiting('green', 'warns', 'green', 'green')
    expect(await summary()).toMatchObject({ green: 3, newestGreen: 4 })
    await desk.at.sign(charger, csrOf())
    // Up to what was seen: the fifth came in afterwards.
    expect(await approveGreen(4)).toEqual({
      results: ['1 approved', '3 approved', '4 approved'],
      done: 3,
      total: 3,
    })
    for (let count = 0; count < 3; count += 1) await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(4, 'accepted')
    expect((await desk.at.audit()).filter((action) => action === 'request-approved')).toHaveLength(3)
    expect((await desk.at.requests('pending')).map(({ id }) => id)).toEqual([5, 2])
    expect(await approveGreen(1)).toEqual({ results: [], done: 0, total: 0 })
  })

  test('stops in between when nobody reads on; what is signed stays signed', async () => {
    await desk.at.site.close()
    desk.at = await DeskAtSite.open({ desk: { signedTogether: 1 } })
    await waiting('green', 'green', 'green')
    expect(await approveGreen(3, 1)).toEqual({ results: ['1 approved'], done: 1, total: 3 })
    expect((await desk.at.requests('pending')).map(({ id }) => id)).toEqual([3, 2])
  })

  test('goes on when one of them fails, says which, and leaves that one where it was', async () => {
    const charger = await waiting('green', 'green', 'green')
    // What no request should meet: its certificate can not be kept.
    const spoil = `CREATE TRIGGER spoilt BEFORE INSERT ON certificate WHEN NEW.request_id = 2
      BEGIN SELECT RAISE(ABORT, 'spoilt'); END`
    await desk.at.site.site.store.writer.write((db) => db.prepare(spoil).run())
    expect(await approveGreen(3)).toEqual({ results: ['1 approved', '2 failed', '3 approved'], done: 3, total: 3 })
    for (let count = 0; count < 2; count += 1) await charger.obey({ status: 'Accepted' })
    await desk.at.delivered(3, 'accepted')
    expect((await desk.at.requests('pending')).map(({ id }) => id)).toEqual([2])
    await expect(requests().approve({ requestId: 2 })).rejects.toThrow()
    await desk.at.site.site.store.writer.write((db) => db.prepare('DROP TRIGGER spoilt').run())
    expect(await approveGreen(3)).toEqual({ results: ['2 approved'], done: 1, total: 1 })
  })

  test('looks at each once more: what changed since then is left', async () => {
    await desk.at.site.client.stations.register({ identity: 'CP_2', serialNumber: 'SN-2' })
    await desk.at.withPassword('CP_2')
    const first = await waiting('green')
    const second = await desk.at.connect('ocpp2.0.1', 'CP_2', 'SN-2')
    const keyPair = freshEcKeys()
    await desk.at.sign(first, csrOf({ keyPair }))
    await desk.at.sign(
      second,
      csrOf({
        keyPair,
        subject: [
          ['O', 'Test Organisation'],
          ['CN', 'SN-2'],
        ],
      }),
    )
    const outcome = await approveGreen(3)
    expect(outcome.results).toEqual(['1 approved', '2 blocked'])
    expect((await desk.at.requests('pending')).map(({ id }) => id)).toEqual([3, 2])
  })
})
