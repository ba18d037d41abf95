import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../support/eventually'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// The rules of OCPP-J that differ by version, on a running site over real sockets.

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const connect = (protocol: Protocol, identity = 'CP_1') => RawCharger.connect(site.url, identity, protocol)

/** A station that was let in and has booted. */
async function admitted(protocol: Protocol) {
  const { stationId } = await site.client.stations.register({ identity: 'CP_1' })
  const charger = await connect(protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  return { stationId, charger }
}

/** Sends the message and waits for its answer: what came before it and was no answer stands in `unasked`. */
async function unaskedUntilNow(charger: RawCharger): Promise<unknown[][]> {
  await charger.call('Heartbeat', {})
  return charger.unasked
}

const trigger = (stationId: number) =>
  site.client.commands.sendAction({
    stationId,
    action: 'TriggerMessage',
    payload: { requestedMessage: 'StatusNotification' },
  })

const stateOf = async (stationId: number) => (await site.client.commands.find({ stationId })).entries[0]

describe('a message type that the version does not have', () => {
  test.each([
    ['ocpp1.6', '[5,"x","InternalError","",{}]', null],
    ['ocpp1.6', '[6,"x","Heartbeat",{}]', null],
    ['ocpp1.6', '[9,"x"]', null],
    ['ocpp1.6', 'nonsense', null],
    ['ocpp2.0.1', '[5,"x","InternalError","",{}]', ['x', 'MessageTypeNotSupported']],
    ['ocpp2.0.1', '[6,"x","Heartbeat",{}]', ['x', 'MessageTypeNotSupported']],
    ['ocpp2.0.1', '[9]', ['-1', 'MessageTypeNotSupported']],
    ['ocpp2.0.1', 'nonsense', ['-1', 'RpcFrameworkError']],
    ['ocpp2.1', '[9,"x"]', null],
    ['ocpp2.1', 'nonsense', ['-1', 'RpcFrameworkError']],
  ] as const)('on %s: %s', async (protocol, frame, error) => {
    const { charger } = await admitted(protocol)
    charger.send(frame)
    const answers = error === null ? [] : [[4, ...error, expect.any(String), {}]]
    expect(await unaskedUntilNow(charger)).toEqual(answers)
  })
})

describe('what only 2.1 has', () => {
  test('SEND is taken at any time, also while a command waits for its answer, and is never answered', async () => {
    const { charger, stationId } = await admitted('ocpp2.1')
    await trigger(stationId)
    const [, id] = await charger.next()
    const stream = { id: 7, pending: 0, basetime: '2026-01-01T00:00:00Z', data: [{ t: 0, v: '230.4' }] }
    charger.send([6, 'send-1', 'NotifyPeriodicEventStream', stream])
    charger.send([6, 'send-2', 'NotifyPeriodicEventStream', { id: 7 }])
    charger.send([6, 'send-3', 'Nonsense', {}])
    expect(await unaskedUntilNow(charger)).toEqual([])
    charger.send([3, id, { status: 'Accepted' }])
    await eventually(async () => expect(await stateOf(stationId)).toMatchObject({ state: 'accepted' }))
    const { entries } = await site.client.notices.find({ stationId, topic: 'streams' })
    expect(entries.map(({ payload }) => payload)).toEqual([stream])
  })

  test('an answer of a station that does not match its schema is told so, and the command has failed', async () => {
    const { charger, stationId } = await admitted('ocpp2.1')
    await trigger(stationId)
    const [, id] = await charger.next()
    charger.send([3, id, { status: 'Perhaps' }])
    expect(await charger.next()).toEqual([5, id, 'PropertyConstraintViolation', expect.stringContaining('status'), {}])
    await eventually(async () => expect(await stateOf(stationId)).toMatchObject({ state: 'failed' }))
  })

  test.each(['ocpp1.6', 'ocpp2.0.1'] as const)('on %s such an answer is met with silence', async (protocol) => {
    const { charger, stationId } = await admitted(protocol)
    await trigger(stationId)
    const [, id] = await charger.next()
    charger.send([3, id, { status: 'Perhaps' }])
    expect(await unaskedUntilNow(charger)).toEqual([])
    await eventually(async () => expect(await stateOf(stationId)).toMatchObject({ state: 'failed' }))
  })

  test('what a station could not understand of our answers is kept for a person to read', async () => {
    const { charger, stationId } = await admitted('ocpp2.1')
    await charger.ask('Heartbeat', {}, 'beat')
    charger.send([5, 'beat', 'FormatViolation', 'currentTime is odd', {}])
    expect(await unaskedUntilNow(charger)).toEqual([])
    await eventually(async () => {
      const { entries } = await site.client.notices.find({ stationId, topic: 'protocol' })
      expect(entries.map(({ payload }) => payload)).toEqual([
        { answerTo: 'Heartbeat', code: 'FormatViolation', description: 'currentTime is odd', messageId: 'beat' },
      ])
    })
  })
})

describe.each(PROTOCOLS)('a station on %s that waits for its admission', (protocol) => {
  const status =
    protocol === 'ocpp1.6'
      ? { connectorId: 1, errorCode: 'NoError', status: 'Available' }
      : { timestamp: '2026-01-01T00:00:00Z', connectorStatus: 'Available', evseId: 1, connectorId: 1 }
  const START =
    protocol === 'ocpp1.6'
      ? { action: 'RemoteStartTransaction', payload: { idTag: 'AA' } }
      : {
          action: 'RequestStartTransaction',
          payload: { remoteStartId: 1, idToken: { idToken: 'AA', type: 'Central' } },
        }

  test('may say what it was asked for, and nothing else (B01.FR.10, B02.FR.09)', async () => {
    const charger = await connect(protocol)
    const error = [4, expect.any(String), 'SecurityError', expect.any(String), {}]
    expect(await charger.call('StatusNotification', status)).toEqual(error)
    expect(await charger.ask('BootNotification', bootOf(protocol))).toMatchObject({ status: 'Pending' })
    expect(await charger.call('StatusNotification', status)).toEqual(error)

    const [station] = site.site.stations.viewAll()
    const stationId = station?.id ?? 0
    expect(await trigger(stationId)).toMatchObject({ kind: 'sent' })
    const [, id] = await charger.next()
    charger.send([3, id, { status: 'Accepted' }])
    expect(await charger.ask('StatusNotification', status)).toEqual({})
    expect(await charger.call('Heartbeat', {})).toEqual(error)
    expect(site.site.stations.viewAll()[0]?.connectors).toMatchObject([{ status: 'available' }])
  })

  test('is sent no start of a session (B02.FR.05), and nothing at all once it is refused (B03.FR.03)', async () => {
    const charger = await connect(protocol)
    await charger.ask('BootNotification', bootOf(protocol))
    const stationId = site.site.stations.viewAll()[0]?.id ?? 0
    expect(await site.client.commands.sendAction({ stationId, ...START })).toEqual({
      kind: 'not-possible',
      reason: 'not-admitted',
    })
    await site.client.stations.refuse({ stationId })
    expect(await trigger(stationId)).toEqual({ kind: 'not-possible', reason: 'not-admitted' })
    expect((await charger.closed).code).toBe(1008)
    expect(charger.unasked).toEqual([])
  })
})
