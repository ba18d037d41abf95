import { withoutCard } from '@main/cards/authorize'
import type { Presented } from '@main/cards/present'
import { createPresentedAt } from '@main/cards/presentedAt'
import { createPresentedLog, PRESENTED_TOGETHER_MAX, type PresentedLog } from '@main/cards/presentedLog'
import { createChanges } from '@main/changes'
import { createStations } from '@main/stations/stations'
import { findAuthorizations, toAuthorizationRecord } from '@main/store/queries/presented'
import { cardNews } from '@main/store/queries/pushNews'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/testStore'

let store: TestStore
let log: PresentedLog
let stationId: number
let heard: { events: number }

beforeEach(async () => {
  store = openTestStore({ lazyMs: 60_000 })
  const changes = createChanges()
  // Its own: what a store of an earlier test still writes when it is closed is not heard here.
  const here = { events: 0 }
  heard = here
  changes.on('event', () => {
    here.events += 1
  })
  const registered = await createStations({ store, clock: Date.now, changes }).register('test', 'CP_1', '', '')
  stationId = registered.stationId
  log = createPresentedLog({ writer: store.writer, changes })
})

const card = (value: string, status: 'accepted' | 'unknown' = 'accepted'): Presented => ({
  stationId,
  token: { value, type: 'ISO14443' },
  decision: withoutCard(status),
  at: 1,
})
const names = (count: number, prefix = 'C') => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const written = () =>
  findAuthorizations(store.read, { before: null, limit: 5_000 })
    .rows.map((row) => row.token)
    .reverse()
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

describe('the log of presented cards', () => {
  test.each([1, 9, 10, 11, 57])('writes %i cards down once each, in their order', async (count) => {
    for (const name of names(count)) log.add(card(name))
    expect(written()).toEqual([])
    await store.writer.write(() => null)
    expect(written()).toEqual(names(count))
    // One station, one transaction: one thing for the screen to look at.
    expect(heard.events).toBe(1)
  })

  test('keeps the order around a card that is unknown, which does not wait', async () => {
    log.add(card('A'))
    log.add(card('B'))
    log.add(card('X', 'unknown'))
    log.add(card('C'))
    await nextTurn()
    expect(written()).toEqual(['A', 'B', 'X', 'C'])
  })

  test('does not wait for the delay when very many are presented', async () => {
    for (const name of names(PRESENTED_TOGETHER_MAX)) log.add(card(name))
    await nextTurn()
    expect(written()).toEqual([])
    log.add(card('ONE_MORE'))
    await nextTurn()
    expect(written()).toEqual([...names(PRESENTED_TOGETHER_MAX), 'ONE_MORE'])
  })

  test('writes what comes after a failure', async () => {
    await store.writer.write((db) => db.pragma('busy_timeout = 0'))
    const other = new Database(store.file)
    other.exec('BEGIN IMMEDIATE')
    log.add(card('LOST'))
    await expect(store.writer.write(() => null)).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' })
    other.exec('ROLLBACK')
    other.close()
    expect(store.lazyFailures).toHaveLength(1)
    log.add(card('KEPT'))
    await store.writer.write(() => null)
    expect(written()).toEqual(['KEPT'])
  })

  test('is read a card at a time, whoever they were written down with', async () => {
    const stations = createStations({ store, clock: Date.now, changes: createChanges() })
    const other = (await stations.register('test', 'CP_2', '', '')).stationId
    const reason = { status: 'expired', since: 4 } as const
    const group = (prefix: string, from: readonly number[]) => {
      for (const [place, at] of from.entries()) {
        const decision = withoutCard(at === other ? 'expired' : 'accepted', at === other ? reason : null)
        log.add({ ...card(`${prefix}"${place}`), stationId: at, decision, at: 100 - place })
      }
      return store.writer.write(() => null)
    }
    const here = stationId
    await group('A', [here, other, here])
    await group('B', [here, here])
    await group('C', [other])
    const at = createPresentedAt(store.read)
    const find = async ({ stationId, ...asked }: { stationId?: number; before?: number; limit?: number }) => {
      const page = { before: null, limit: 10, ...asked }
      const { rows, total } =
        stationId === undefined ? findAuthorizations(store.read, page) : await at.find({ stationId, ...page })
      return { rows: rows.map(({ id, token }) => `${id} ${token}`), total }
    }
    expect(await find({})).toEqual({ rows: ['6 C"0', '5 B"1', '4 B"0', '3 A"2', '2 A"1', '1 A"0'], total: 6 })
    expect(await find({ before: 5, limit: 2 })).toEqual({ rows: ['4 B"0', '3 A"2', '2 A"1'], total: 6 })
    expect((await find({ before: 3 })).rows).toEqual(['2 A"1', '1 A"0'])
    expect(await find({ stationId: here })).toEqual({ rows: ['5 B"1', '4 B"0', '3 A"2', '1 A"0'], total: 4 })
    expect(await find({ stationId: other, before: 6 })).toEqual({ rows: ['2 A"1'], total: 2 })
    expect(await find({ stationId: 99 })).toEqual({ rows: [], total: 0 })
    const all = { before: null, limit: 10 }
    const [, , , oldest] = (await at.find({ ...all, stationId: here })).rows.map(toAuthorizationRecord)
    expect(oldest).toMatchObject({ id: 1, at: 100, stationIdentity: 'CP_1', tokenType: 'ISO14443', reason: null })
    const { rows } = await at.find({ ...all, stationId: other, limit: 1 })
    const [newest] = rows
    expect(rows).toHaveLength(2)
    expect(newest && toAuthorizationRecord(newest)).toMatchObject({ at: 100, stationIdentity: 'CP_2', reason })
    expect(cardNews(store.read, 2).map(({ id, identity }) => `${id} ${identity}`)).toEqual([
      '3 CP_1',
      '4 CP_1',
      '5 CP_1',
      '6 CP_2',
    ])
  })

  test('is looked through for one station in parts, and counted on from where it was counted', async () => {
    await store.writer.write((db) => {
      const add = db.prepare('INSERT INTO presented (id, cards, at, station_id, entries) VALUES (?, ?, ?, ?, ?)')
      const entry = (station: number) => [0, station, 'A', 'ISO14443', 'accepted']
      // Groups of every size, the largest among them, and of one station or of several.
      let id = 40
      for (const cards of [1, 4_000, 1, 3_999, 500, 1, 2_500]) {
        id += cards
        const stations = Array.from({ length: cards }, (_, place) => (place % 5 === 0 ? stationId : stationId + 1))
        add.run(id, cards, 100, cards === 1 ? stationId : null, JSON.stringify(stations.map(entry)))
      }
    })
    const each = [1, 800, 1, 800, 100, 1, 500].reduce((sum, cards) => sum + cards)
    const at = createPresentedAt(store.read)
    const whole = await at.find({ stationId, before: null, limit: 10_000 })
    expect(whole.total).toBe(each)
    expect(new Set(whole.rows.map(({ id }) => id)).size).toBe(each)
    const inPages: number[] = []
    for (let before: number | null = null; before === null || before > 41; before = inPages.at(-1) ?? 0) {
      const { rows, total } = await at.find({ stationId, before, limit: 700 })
      inPages.push(...rows.slice(0, 700).map(({ id }) => id))
      expect(total).toBe(each)
    }
    expect(inPages).toEqual(whole.rows.map(({ id }) => id))
    expect(findAuthorizations(store.read, { before: null, limit: 1 }).total).toBe(11_002)
    log.add(card('ONE_MORE'))
    await store.writer.write(() => null)
    expect(await at.find({ stationId, before: null, limit: 1 })).toMatchObject({ total: each + 1 })
    const ended = await createPresentedAt(store.read).find({ stationId, before: null, limit: 10 }, AbortSignal.abort())
    expect(ended).toEqual({ rows: [], total: 0 })
  })

  test('is complete when the store is closed', () => {
    for (const name of names(3)) log.add(card(name))
    store.close()
    const file = new Database(store.file, { readonly: true })
    expect(file.prepare('SELECT token FROM authorization_log ORDER BY id').pluck().all()).toEqual(names(3))
    file.close()
  })
})
