import { createChanges } from '@main/changes'
import { NOTICE_LIMITS, type NoticeLimits, TRIM_EVERY } from '@main/notices/limits'
import { createNotices, type Told } from '@main/notices/notices'
import { createStations } from '@main/stations/stations'
import type { NoticeFilter } from '@main/store/queries/notices'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/testStore'

const DAY = 24 * 60 * 60 * 1_000
const ALL: NoticeFilter = { stationId: null, topic: null, search: '', before: null, limit: 100 }

async function openNotices(limits: Partial<NoticeLimits> = {}) {
  const store = openTestStore()
  const changes = createChanges()
  let now = Date.UTC(2026, 0, 1)
  const clock = () => now
  const stations = createStations({ store, clock, changes })
  const ids: number[] = []
  for (const identity of ['CP_1', 'CP_2']) {
    const outcome = await stations.register('test', identity, '', '')
    ids.push(outcome.stationId)
  }
  const [one = 0, two = 0] = ids
  const told: Told = { stationId: one, topic: 'alerts', action: 'NotifyEvent', requestId: null, payload: { seqNo: 1 } }
  const notified: number[] = []
  changes.on('notice', (stationId) => notified.push(stationId))
  const open = () => createNotices({ store, clock, changes, limits })
  return {
    notices: open(),
    /** As after a restart on the same data. */
    open,
    store,
    notified,
    told,
    one,
    two,
    pass: (ms: number) => {
      now += ms
    },
  }
}

test('what was kept is found as it came, newest first, and somebody is told', async () => {
  const { notices, told, one, two, notified } = await openNotices()
  const payload = { text: 'ä "quoted"', nested: { list: [1, null, { a: 0.1 }] } }
  await notices.keep(told)
  await notices.keep({ stationId: two, topic: 'firmware', action: 'FirmwareStatusNotification', requestId: 7, payload })
  expect(notified).toEqual([one, two])
  const { entries, total, next } = notices.find(ALL)
  expect({ total, next }).toEqual({ total: 2, next: null })
  expect(notices.get(2)).toEqual(entries[0])
  expect(notices.get(3)).toBeNull()
  expect(entries).toEqual([
    {
      id: 2,
      stationId: two,
      stationIdentity: 'CP_2',
      receivedAt: Date.UTC(2026, 0, 1),
      topic: 'firmware',
      action: 'FirmwareStatusNotification',
      requestId: 7,
      payload,
    },
    expect.objectContaining({
      id: 1,
      stationIdentity: 'CP_1',
      topic: 'alerts',
      requestId: null,
      payload: { seqNo: 1 },
    }),
  ])
})

test('what nobody waits for is written soon, and told of when it is on disk', async () => {
  const { notices, told, notified, store } = await openNotices()
  notices.keepSoon(told)
  expect(notices.find(ALL).total).toBe(0)
  await store.writer.write(() => undefined)
  expect(notices.find(ALL).total).toBe(1)
  expect(notified).toEqual([told.stationId])
})

test('is found by station, topic and words, each alone and together, page by page', async () => {
  const { notices, told, one, two } = await openNotices()
  for (const stationId of [one, two]) {
    for (const topic of ['alerts', 'grid'] as const) {
      await notices.keep({ ...told, stationId, topic, payload: { note: `50% of ${topic}_x` } })
      await notices.keep({ ...told, stationId, topic, action: 'Other', payload: {} })
    }
  }
  const count = (filter: Partial<NoticeFilter>) => notices.find({ ...ALL, ...filter }).total
  expect(count({})).toBe(8)
  expect(count({ stationId: one })).toBe(4)
  expect(count({ topic: 'grid' })).toBe(4)
  expect(count({ search: 'other' })).toBe(4)
  expect(count({ stationId: two, topic: 'grid' })).toBe(2)
  expect(count({ stationId: two, topic: 'grid', search: 'GRID_X' })).toBe(1)
  // What a person types is no pattern.
  expect(count({ search: '50%' })).toBe(4)
  expect(count({ search: '5_%' })).toBe(0)
  expect(count({ stationId: 99 })).toBe(0)

  const pages: number[][] = []
  for (let before: number | null = null, more = true; more; ) {
    const page = notices.find({ ...ALL, stationId: one, limit: 3, before })
    pages.push(page.entries.map(({ id }) => id))
    before = page.next
    more = page.next !== null
  }
  expect(pages).toEqual([[4, 3, 2], [1]])
})

test('of one station about one topic the newest perTopic are kept, and no other is touched', async () => {
  const { notices, told, two, open, store } = await openNotices({ perTopic: 5 })
  await notices.keep({ ...told, topic: 'vendor' })
  await notices.keep({ ...told, stationId: two })
  const many = 3 * TRIM_EVERY
  for (let index = 0; index < many; index += 1) await notices.keep({ ...told, payload: { index } })
  const kept = notices.find({ ...ALL, stationId: told.stationId, topic: 'alerts' })
  expect(kept.entries.map(({ payload }) => payload.index)).toEqual([59, 58, 57, 56, 55])
  expect(notices.find({ ...ALL, topic: 'vendor' }).total).toBe(1)
  expect(notices.find({ ...ALL, stationId: two }).total).toBe(1)
  for (let index = 1; index < TRIM_EVERY; index += 1) await notices.keep(told)
  expect(notices.find({ ...ALL, topic: 'alerts', stationId: told.stationId }).total).toBeLessThan(5 + TRIM_EVERY)

  // What had not come to its turn when the program ended is looked after when it starts.
  const restarted = open()
  await store.writer.write(() => undefined)
  expect(restarted.find({ ...ALL, topic: 'alerts', stationId: told.stationId }).total).toBe(5)
  expect(restarted.find(ALL).total).toBe(7)
})

test('of meter readings more are kept', async () => {
  const { notices, told, open, store } = await openNotices({ perTopic: 1, readings: 3 })
  for (let index = 0; index < TRIM_EVERY; index += 1) await notices.keep({ ...told, topic: 'meter' })
  expect(notices.find({ ...ALL, topic: 'meter' }).total).toBe(3)
  const restarted = open()
  await store.writer.write(() => undefined)
  expect(restarted.find({ ...ALL, topic: 'meter' }).total).toBe(3)
})

test('what is older than the limit is forgotten, of a silent station when the program starts', async () => {
  const { notices, told, two, pass, open, store } = await openNotices({ days: 10 })
  await notices.keep({ ...told, stationId: two })
  pass(10 * DAY)
  await notices.keep({ ...told, topic: 'grid' })
  expect(notices.find(ALL).total).toBe(2)
  pass(1)
  const restarted = open()
  await store.writer.write(() => undefined)
  expect(restarted.find(ALL).entries).toMatchObject([{ topic: 'grid' }])
})

test('the defaults keep a year of what a busy station tells', () => {
  expect(NOTICE_LIMITS).toEqual({ perTopic: 1_000, readings: 40_000, largeBytes: 33_554_432, days: 400 })
})

test('large notices have bounded room, the newest stays in any case, and small ones take no part', async () => {
  const { notices, told, two } = await openNotices({ largeBytes: 100_000 })
  const large = (seqNo: number, length = 40_000) => ({ ...told, payload: { seqNo, text: 'x'.repeat(length) } })
  const kept = () => notices.find(ALL).entries.map(({ payload }) => payload.seqNo)
  await notices.keep(told)
  await notices.keep({ ...large(9), stationId: two })
  for (let seqNo = 2; seqNo <= 5; seqNo++) await notices.keep(large(seqNo))
  expect(kept()).toEqual([5, 4, 9, 1])
  await notices.keep(large(6, 200_000))
  expect(kept()).toEqual([6, 9, 1])
})
