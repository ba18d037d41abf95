import { createChanges } from '@main/changes'
import { createStations } from '@main/stations/stations'
import { insertSession, readingsOf, upsertReadings } from '@main/store/queries/sessions'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/testStore'

let store: TestStore
let stationId: number
beforeEach(async () => {
  store = openTestStore()
  const stations = createStations({ store, clock: () => 0, changes: createChanges() })
  stationId = (await stations.register('test', 'CP_1', '', '')).stationId
})

describe('the numbers of sessions', () => {
  test('are given once each, also when the newest one was undone', async () => {
    const { writer } = store
    const insert = (transactionId: string | null) => writer.write((db) => insertSession(db, stationId, transactionId))
    expect(await insert(null)).toBe(1)
    const undone = writer.write((db) => {
      insertSession(db, stationId, null)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await insert('from-the-station')).toBe(2)
    expect(await insert(null)).toBe(3)
  })

  test('pass over every number that the station has used by itself', async () => {
    await store.writer.write((db) => {
      for (let id = 10; id < 3_000; id += 1) insertSession(db, stationId, String(id))
    })
    // Numbers 1 to 2990 are taken by those rows, and up to 2999 by their names.
    expect(await store.writer.write((db) => insertSession(db, stationId, null))).toBe(3_000)
  })
})

describe('readings', () => {
  const fill = (count: number) =>
    store.writer.write((db) => {
      const id = insertSession(db, stationId, null)
      for (let at = 1; at <= count; at += 1) upsertReadings(db, [{ sessionId: id, at, energyWh: at, powerW: null }])
      return id
    })

  test('are all there, or thinned to the limit with the first and the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 2, max: 40 }), async (count, limit) => {
        const times = readingsOf(store.read, await fill(count), limit).map(({ at }) => at)
        expect(times.length).toBeLessThanOrEqual(limit)
        if (count <= limit) expect(times).toHaveLength(count)
        expect([times[0], times.at(-1)]).toEqual([1, count])
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  test('of one moment are one: what is missing is added, and the higher value stays, in whatever order they came', async () => {
    const readings = [
      { at: 5, energyWh: 100, powerW: null },
      { at: 5, energyWh: null, powerW: 7_000 },
      { at: 5, energyWh: 110, powerW: 6_000 },
    ]
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const id = await store.writer.write((db) => {
        const session = insertSession(db, stationId, null)
        for (const index of order) {
          const one = readings[index]
          if (one) upsertReadings(db, [{ sessionId: session, ...one }])
        }
        return session
      })
      expect(readingsOf(store.read, id, 10)).toEqual([{ at: 5, energyWh: 110, powerW: 7_000 }])
    }
  })
})
