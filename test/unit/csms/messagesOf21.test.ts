import { RpcError } from '@main/csms/rpc/rpcError'
import { PROTOCOLS } from '@shared/ocpp/station'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connect } from '../../support/rpcUnderTest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const call = (id: string, action = 'Slow') => JSON.stringify([2, id, action, {}])

describe('CALLRESULTERROR of a station', () => {
  const refused = (id: string) => `[5,"${id}","OccurenceConstraintViolation","no interval",{}]`

  test('is noted with the action that was answered, and nothing is said back', () => {
    const { rpc, sent, anomalies } = connect({ protocol: 'ocpp2.1' })
    rpc.receive(call('a', 'AtOnce'))
    rpc.receive(refused('a'))
    expect(sent).toHaveLength(1)
    expect(anomalies).toEqual([
      {
        kind: 'result-refused',
        id: 'a',
        action: 'AtOnce',
        code: 'OccurrenceConstraintViolation',
        description: 'no interval',
      },
    ])
  })

  test('about an answer of long ago, or none, is noted without its action', () => {
    const { rpc, anomalies } = connect({ protocol: 'ocpp2.1' })
    for (let index = 0; index < 30; index += 1) rpc.receive(call(`c${index}`, 'AtOnce'))
    for (const id of ['nobody', 'c0', 'c29']) rpc.receive(refused(id))
    expect(anomalies.map((anomaly) => anomaly.kind === 'result-refused' && anomaly.action)).toEqual([
      null,
      null,
      'AtOnce',
    ])
  })

  test('does not end a call of ours that waits under the same id', async () => {
    const { rpc, follow, settled } = connect({ protocol: 'ocpp2.1', newMessageId: () => 'same' })
    const ours = follow(rpc.call('Reset', {}))
    rpc.receive(call('same', 'AtOnce'))
    rpc.receive(refused('same'))
    await settled()
    expect(ours).toEqual([])
  })
})

describe('SEND of a station', () => {
  const send = (id: string, action = 'Slow') => JSON.stringify([6, id, action, {}])

  test('is taken in its place among the calls, also while a call of ours waits, and is never answered', async () => {
    const taken: string[] = []
    const { rpc, sent, waiting, settled } = connect({
      protocol: 'ocpp2.1',
      answer: ({ id, unconfirmed }) => {
        taken.push(`${id} ${unconfirmed}`)
        return id === 'a' ? new Promise<object>((resolve, reject) => waiting.set(id, { resolve, reject })) : {}
      },
    })
    void rpc.call('Reset', {})
    for (const frame of [call('a'), send('b'), call('c')]) rpc.receive(frame)
    expect(taken).toEqual(['a false'])
    waiting.get('a')?.resolve({})
    await settled()
    expect(taken).toEqual(['a false', 'b true', 'c false'])
    expect(sent).toEqual([
      [2, 'server-1', 'Reset', {}],
      [3, 'a', {}],
      [3, 'c', {}],
    ])
  })

  test.each([
    ['fails at once', () => Promise.reject(new Error('broken'))],
    [
      'is refused',
      () => {
        throw new RpcError('not-implemented', 'unknown')
      },
    ],
  ])('that %s is noted, and still not answered', async (_, answer) => {
    const { rpc, sent, anomalies, settled } = connect({ protocol: 'ocpp2.1', answer })
    rpc.receive(send('b'))
    await settled()
    expect(sent).toEqual([])
    expect(anomalies).toMatchObject([{ kind: 'failed' }])
  })

  test.each(['[6,"1","Stream"]', '[6]', '[7,"1",{}]', '[9]'])('%s of 2.1 is answered with nothing', (text) => {
    const { rpc, sent, anomalies } = connect({ protocol: 'ocpp2.1' })
    rpc.receive(text)
    expect(sent).toEqual([])
    expect(anomalies).toHaveLength(1)
  })
})

test.each([
  ['FormationViolation', 'FormatViolation'],
  ['FormatViolation', 'FormatViolation'],
  ['OccurenceConstraintViolation', 'OccurrenceConstraintViolation'],
  ['OccurrenceConstraintViolation', 'OccurrenceConstraintViolation'],
  ['VendorsOwn', 'VendorsOwn'],
])('a station may spell the code %s in any version: it reads %s', async (code, read) => {
  for (const protocol of PROTOCOLS) {
    const { rpc, follow, settled } = connect({ protocol })
    const outcome = follow(rpc.call('Reset', {}))
    rpc.receive(JSON.stringify([4, 'server-1', code, '', {}]))
    await settled()
    expect(outcome).toEqual([{ kind: 'error', code: read, description: '' }])
  }
})
