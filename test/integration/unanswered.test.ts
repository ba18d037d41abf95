import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// Messages of 2.1 that are never answered: what is wrong with one can't be told to its station, so that it is kept.

let site: TestSite
let stationId: number
beforeEach(async () => {
  site = await openTestSite()
  stationId = (await site.client.stations.register({ identity: 'CP_1' })).stationId
})
afterEach(() => site.close())

const connect = async () => {
  const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.1')
  await charger.ask('BootNotification', bootOf('ocpp2.1'))
  return charger
}
const ACTION = 'NotifyPeriodicEventStream'
/** The example of the specification (2.1 part 4 §4.2.4). */
const EXAMPLE = {
  id: 123,
  pending: 0,
  data: [
    { t: '2024-08-27T12:30:40Z', v: '230.4' },
    { t: '2024-08-27T12:30:45Z', v: '230.2' },
  ],
}
/** A message that is never answered is known to be handled when the one after it is answered. */
const send = async (charger: RawCharger, action: string, payload: object) => {
  charger.send([6, 'stream', action, payload])
  await charger.ask('Heartbeat', {})
}
const kept = async (topic: 'streams' | 'protocol') =>
  (await site.client.notices.find({ stationId, topic })).entries.map(({ action, payload }) => ({ action, payload }))

describe('a stream of values', () => {
  test('as the example of the specification has it is accepted, noted, and kept as it came', async () => {
    const charger = await connect()
    await send(charger, ACTION, EXAMPLE)
    expect(await kept('streams')).toEqual([{ action: ACTION, payload: EXAMPLE }])
    expect(await kept('protocol')).toEqual([])
    const { sighted } = await site.client.tolerance.get({ stationId })
    expect([...new Set(sighted.map(({ quirk }) => quirk))]).toEqual(['stream-times'])
  })

  test('that makes no sense, or is refused to the letter, is kept with what is wrong with it', async () => {
    const charger = await connect()
    const senseless = { ...EXAMPLE, data: [{ t: 'noon', v: '1' }] }
    await send(charger, ACTION, senseless)
    await site.client.tolerance.setStrict({ stationId, strict: true })
    await send(charger, ACTION, EXAMPLE)
    expect(await kept('streams')).toEqual([])
    const problem = expect.stringMatching(/./) as string
    expect(await kept('protocol')).toEqual([
      { action: ACTION, payload: { problem, message: EXAMPLE } },
      { action: ACTION, payload: { problem, message: senseless } },
    ])
    expect(charger.unasked).toEqual([])
  })
})

test('a message that nobody knows is kept, but not of a station that waits', async () => {
  const stranger = await RawCharger.connect(site.url, 'CP_2', 'ocpp2.1')
  stranger.send([6, 'x', 'NotifyNothing', { a: 1 }])
  expect((await stranger.ask('BootNotification', bootOf('ocpp2.1'))).status).toBe('Pending')
  const charger = await connect()
  await send(charger, 'NotifyNothing', { a: 1 })
  const { entries } = await site.client.notices.find({ topic: 'protocol' })
  expect(entries).toMatchObject([{ stationId, action: 'NotifyNothing', payload: { message: { a: 1 } } }])
  expect(charger.unasked).toEqual([])
})
