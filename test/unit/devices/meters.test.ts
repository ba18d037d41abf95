import { createChanges } from '@main/changes'
import { createMeters, type MeterLimits } from '@main/devices/meters/meters'
import { afterEach, expect, test } from 'vitest'
import { openTestStore } from '../../support/testStore'

const MINUTE = 60_000
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function open(limits: Partial<MeterLimits> = {}) {
  const store = openTestStore()
  const at = { now: 1_000 * MINUTE, chargers: 0, told: 0, asked: 0 }
  const changes = createChanges()
  changes.on('power', () => {
    at.told += 1
  })
  const chargersW = () => {
    at.asked += 1
    return at.chargers
  }
  const meters = createMeters({ store, clock: () => at.now, changes, chargersW, limits })
  ends.push(() => meters.close())
  const tell = (clientId: string, body: unknown, topic = `app/clients/${clientId}/outbox`) =>
    meters.take({ clientId, topic, payload: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) })
  return { at, meters, tell, store }
}

test('what meters told last is the power of the site; several of a kind are added', () => {
  const { at, meters, tell } = open()
  expect(meters.now()).toEqual({ gridW: null, solarW: null, batteryW: null, chargersW: 0, at: null })
  tell('roof', { meter: 'solar', powerW: 3_000 })
  tell('carport', { meter: 'solar', powerW: 1_500, more: 'is left alone' })
  tell('main', { meter: 'grid', powerW: -200.5 })
  tell('roof', { meter: 'solar', powerW: 3_100 })
  at.chargers = 7_400
  expect(meters.now()).toEqual({ gridW: -200.5, solarW: 4_600, batteryW: null, chargersW: 7_400, at: at.now })
  expect(at.told).toBe(4)
})

test.each([
  ['no JSON', 'power=5'],
  ['no meter', { powerW: 5 }],
  ['another kind', { meter: 'water', powerW: 5 }],
  ['no number', { meter: 'grid', powerW: '5' }],
  ['more than any site has', { meter: 'grid', powerW: 1e12 }],
  ['null', 'null'],
  ['a long text', `{"meter":"grid","powerW":5,"x":"${'x'.repeat(5_000)}"}`],
])('%s is left alone', (_, body) => {
  const { at, meters, tell } = open()
  tell('main', body)
  expect(meters.now().at).toBeNull()
  expect(at.told).toBe(0)
})

test('the chargers are asked once a second at most, however much a meter tells', () => {
  const { at, tell } = open()
  for (const powerW of [1, 2, 3]) tell('main', { meter: 'grid', powerW })
  expect(at.asked).toBe(1)
  at.now += 1_000
  tell('main', { meter: 'grid', powerW: 4 })
  expect(at.asked).toBe(2)
})

test('only what a client says in its own outbox counts', () => {
  const { meters, tell } = open()
  tell('main', { meter: 'grid', powerW: 5 }, 'app/clients/other/outbox')
  tell('main', { meter: 'grid', powerW: 5 }, 'test/x')
  expect(meters.now().gridW).toBeNull()
})

test('a meter that falls silent is not believed for ever', () => {
  const { at, meters, tell } = open()
  tell('main', { meter: 'grid', powerW: 5 })
  at.now += 5 * MINUTE - 1
  expect(meters.now().gridW).toBe(5)
  at.now += 1
  expect(meters.now().gridW).toBeNull()
})

test('only so many meters are heard', () => {
  const { meters, tell } = open({ meters: 2 })
  for (const name of ['a', 'b', 'c']) tell(name, { meter: 'solar', powerW: 1 })
  expect(meters.now().solarW).toBe(2)
})

test('means of each minute are kept, for as long as is said', async () => {
  const { at, meters, tell, store } = open({ keptMs: 60 * MINUTE })
  at.chargers = 100
  tell('main', { meter: 'grid', powerW: 10 })
  tell('main', { meter: 'grid', powerW: 30 })
  at.now += MINUTE
  tell('main', { meter: 'grid', powerW: 50 })
  at.now += 2 * MINUTE
  meters.history(1)
  await store.writer.write(() => {})
  expect(meters.history(1)).toEqual({
    stepMs: MINUTE,
    points: [
      { at: 1_000 * MINUTE, gridW: 20, solarW: null, batteryW: null, chargersW: 100 },
      { at: 1_001 * MINUTE, gridW: 50, solarW: null, batteryW: null, chargersW: 100 },
    ],
  })
  // Ten hours in stretches of two minutes, which begin at even ones.
  expect(meters.history(10)).toMatchObject({ stepMs: 2 * MINUTE, points: [{ at: 1_000 * MINUTE, gridW: 35 }] })
  at.now += 61 * MINUTE
  tell('main', { meter: 'grid', powerW: 70 })
  at.now += MINUTE
  meters.history(1)
  await store.writer.write(() => {})
  expect(meters.history(700).points).toMatchObject([{ gridW: 70 }])
})
