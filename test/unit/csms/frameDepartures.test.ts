import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connect } from '../../support/rpcUnderTest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('departures from OCPP-J that are put up with', () => {
  test('are told: long message ids, calls before the last answer, codes in the spelling of another version', async () => {
    const { rpc, departures, settled, follow } = connect()
    rpc.receive(`[2,"${'i'.repeat(36)}","Slow",{}]`)
    expect(departures).toEqual([])
    rpc.receive(`[2,"${'i'.repeat(37)}","Heartbeat",{}]`)
    expect(departures).toEqual(['long-message-id Heartbeat', 'calls-in-advance Heartbeat'])
    follow(rpc.call('Reset', {}))
    follow(rpc.call('ClearCache', {}))
    rpc.receive('[4,"server-1","FormationViolation","",{}]')
    await settled()
    rpc.receive('[4,"server-2","GenericError","",{}]')
    await settled()
    expect(departures.slice(2)).toEqual(['error-spelling Reset/FormationViolation'])
  })

  test('are told: messages with more parts than they have', async () => {
    const { rpc, sent, departures, anomalies, settled, follow } = connect({ protocol: 'ocpp2.1' })
    rpc.receive('[2,"1","AtOnce",{},{}]')
    rpc.receive('[6,"2","NotifyPeriodicEventStream",{},null]')
    const outcome = follow(rpc.call('Reset', {}))
    rpc.receive('[3,"server-1",{"status":"Accepted"},{},7]')
    await settled()
    expect(sent[0]).toEqual([3, '1', { told: '1' }])
    expect(outcome).toEqual([{ kind: 'result', payload: { status: 'Accepted' } }])
    const places = ['AtOnce', 'NotifyPeriodicEventStream', 'Reset']
    expect(departures).toEqual(places.map((place) => `extra-frame-parts ${place}`))
    // Nobody is to be noted for an answer that nobody asked for.
    rpc.receive('[3,"server-9",{},{}]')
    expect(departures).toHaveLength(places.length)
    expect(anomalies).toEqual([{ kind: 'answer-to-nothing', id: 'server-9' }])
  })

  test('are malformed messages of a station that is held to the letter', async () => {
    const { rpc, sent, departures, anomalies, settled, follow } = connect({ protocol: 'ocpp2.1', accepts: () => false })
    const outcome = follow(rpc.call('Reset', {}))
    rpc.receive('[2,"1","AtOnce",{},{}]')
    rpc.receive('[6,"2","NotifyPeriodicEventStream",{},null]')
    rpc.receive('[3,"server-1",{"status":"Accepted"},{}]')
    await settled()
    expect(outcome).toEqual([])
    expect(sent.slice(1)).toEqual([[4, '1', 'FormatViolation', expect.any(String), {}]])
    expect(departures).toEqual([])
    const problems = ['malformed-call', 'malformed-send', 'malformed-answer']
    expect(anomalies).toMatchObject(problems.map((problem) => ({ kind: 'bad-frame', problem })))
  })
})
