import { RpcError, type RpcErrorKind } from '@main/csms/rpc/rpcError'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connect } from '../../support/rpcUnderTest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const call = (id: string, action = 'Slow') => JSON.stringify([2, id, action, {}])

describe("the station's calls", () => {
  test('are answered one after the other in their order, however they come', async () => {
    const { rpc, sent, waiting, answer } = connect()
    for (const frame of [call('a'), call('b', 'AtOnce'), call('c'), call('d', 'AtOnce')]) rpc.receive(frame)
    expect([...waiting.keys()]).toEqual(['a'])
    expect(sent).toEqual([])
    await answer('a')
    expect(sent.map((frame) => frame[1])).toEqual(['a', 'b'])
    await answer('c')
    expect(sent).toEqual(['a', 'b', 'c', 'd'].map((id) => [3, id, { told: id }]))
  })

  test('that fail do not hold up the next one', async () => {
    const { rpc, sent, waiting, settled } = connect()
    rpc.receive(call('a'))
    rpc.receive(call('b', 'AtOnce'))
    waiting.get('a')?.reject(new Error('broken'))
    await settled()
    expect(sent).toEqual([
      [4, 'a', 'InternalError', expect.any(String), {}],
      [3, 'b', { told: 'b' }],
    ])
  })

  test('may carry the same id one after the other: an id is nothing to build on', async () => {
    const { rpc, sent } = connect()
    rpc.receive(call('a', 'AtOnce'))
    rpc.receive(call('a', 'AtOnce'))
    expect(sent).toHaveLength(2)
  })

  test('stop being read at queuedCalls and are read again when half are served; none is lost', async () => {
    const { rpc, sent, reading, answer } = connect({ queuedCalls: 4 })
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const id of ids.slice(0, 4)) rpc.receive(call(id))
    expect(reading).toEqual([])
    for (const id of ids.slice(4)) rpc.receive(call(id))
    expect(reading).toEqual(['pause'])
    for (const id of ids) await answer(id)
    expect(reading).toEqual(['pause', 'resume'])
    expect(sent.map((frame) => frame[1])).toEqual(ids)
  })

  test('a thousand that are answered at once behind a slow one do not grow the stack', async () => {
    const { rpc, sent, answer } = connect({ queuedCalls: 100_000 })
    rpc.receive(call('slow'))
    for (let index = 0; index < 50_000; index += 1) rpc.receive(call(String(index), 'AtOnce'))
    await answer('slow')
    expect(sent).toHaveLength(50_001)
  })

  test('are told the kind of error in words of the version', () => {
    const kinds: RpcErrorKind[] = ['format', 'occurrence', 'not-supported', 'security', 'type']
    for (const [protocol, codes] of [
      [
        'ocpp1.6',
        [
          'FormationViolation',
          'OccurenceConstraintViolation',
          'NotSupported',
          'SecurityError',
          'TypeConstraintViolation',
        ],
      ],
      [
        'ocpp2.0.1',
        [
          'FormatViolation',
          'OccurrenceConstraintViolation',
          'NotSupported',
          'SecurityError',
          'TypeConstraintViolation',
        ],
      ],
    ] as const) {
      const { rpc, sent } = connect({
        protocol,
        answer: ({ action }) => {
          throw new RpcError(action as RpcErrorKind, 'because')
        },
      })
      for (const kind of kinds) rpc.receive(call('1', kind))
      expect(sent).toEqual(codes.map((code) => [4, '1', code, 'because', {}]))
    }
  })
})

describe('frames that are no usable call', () => {
  test.each([
    ['nonsense', '-1', 'RpcFrameworkError'],
    ['[2,7,"Heartbeat",{}]', '-1', 'RpcFrameworkError'],
    ['[2,"1","Heartbeat"]', '1', 'FormatViolation'],
    ['[5,"1",{}]', '1', 'MessageTypeNotSupported'],
    ['[9]', '-1', 'MessageTypeNotSupported'],
  ])('on 2.0.1 %s is answered with id %s: %s', (text, id, code) => {
    const { rpc, sent, anomalies } = connect()
    rpc.receive(text)
    expect(sent).toEqual([[4, id, code, expect.any(String), {}]])
    expect(anomalies).toHaveLength(1)
  })

  test.each(['nonsense', '[2,7,"Heartbeat",{}]', '[5,"1",{}]', '[9]'])('on 1.6 %s is answered with nothing', (text) => {
    const { rpc, sent, anomalies } = connect({ protocol: 'ocpp1.6' })
    rpc.receive(text)
    expect(sent).toEqual([])
    expect(anomalies).toHaveLength(1)
  })

  test('on 1.6 a call with a readable id is told FormationViolation', () => {
    const { rpc, sent } = connect({ protocol: 'ocpp1.6' })
    rpc.receive('[2,"1","Heartbeat"]')
    expect(sent).toEqual([[4, '1', 'FormationViolation', expect.any(String), {}]])
  })

  test.each(['[3,"1"]', '[4,"1"]', '[3,"nobody",{}]', '[4,"nobody","InternalError","",{}]'])(
    'nothing is ever said back to the answer %s',
    (text) => {
      for (const protocol of ['ocpp1.6', 'ocpp2.0.1'] as const) {
        const { rpc, sent, anomalies } = connect({ protocol })
        rpc.receive(text)
        expect(sent).toEqual([])
        expect(anomalies).toHaveLength(1)
      }
    },
  )
})

describe('our own calls', () => {
  test('go out one at a time, and end as the station says', async () => {
    const { rpc, sent, follow, settled } = connect()
    const first = follow(rpc.call('Reset', { type: 'Immediate' }))
    const second = follow(rpc.call('ClearCache', {}))
    expect(sent).toEqual([[2, 'server-1', 'Reset', { type: 'Immediate' }]])
    rpc.receive('[3,"server-1",{"status":"Accepted"}]')
    await settled()
    expect(first).toEqual([{ kind: 'result', payload: { status: 'Accepted' } }])
    expect(sent[1]).toEqual([2, 'server-2', 'ClearCache', {}])
    rpc.receive('[4,"server-2","NotSupported","no cache",{}]')
    await settled()
    expect(second).toEqual([{ kind: 'error', code: 'NotSupported', description: 'no cache' }])
  })

  test('cross with the calls of the station: neither direction waits for the other', async () => {
    const { rpc, sent, follow, answer, settled } = connect()
    const ours = follow(rpc.call('Reset', {}))
    rpc.receive(call('theirs'))
    await answer('theirs')
    expect(sent[1]).toEqual([3, 'theirs', { told: 'theirs' }])
    rpc.receive(call('slow'))
    rpc.receive('[3,"server-1",{}]')
    await settled()
    expect(ours).toEqual([{ kind: 'result', payload: {} }])
  })

  test('with the id of a call of the station are told apart by their direction', async () => {
    const { rpc, sent, follow, settled } = connect({ newMessageId: () => 'same' })
    const ours = follow(rpc.call('Reset', {}))
    rpc.receive(call('same', 'AtOnce'))
    expect(sent[1]).toEqual([3, 'same', { told: 'same' }])
    rpc.receive('[3,"same",{"status":"Rejected"}]')
    await settled()
    expect(ours).toEqual([{ kind: 'result', payload: { status: 'Rejected' } }])
  })

  test('time out after callTimeoutMs, counted from when they went out; the next one follows, and a late answer is to nothing', async () => {
    const { rpc, sent, follow, anomalies } = connect({ callTimeoutMs: 1_000 })
    const first = follow(rpc.call('Reset', {}))
    const second = follow(rpc.call('ClearCache', {}))
    await vi.advanceTimersByTimeAsync(999)
    expect(first).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(first).toEqual([{ kind: 'timeout' }])
    expect(sent[1]).toEqual([2, 'server-2', 'ClearCache', {}])
    rpc.receive('[3,"server-1",{}]')
    expect(anomalies).toEqual([{ kind: 'answer-to-nothing', id: 'server-1' }])
    await vi.advanceTimersByTimeAsync(999)
    expect(second).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(second).toEqual([{ kind: 'timeout' }])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('beyond queuedCommands are refused at once', async () => {
    const { rpc, sent, follow, settled } = connect({ queuedCommands: 2 })
    const calls = ['A', 'B', 'C', 'D'].map((action) => follow(rpc.call(action, {})))
    await settled()
    expect(calls).toEqual([[], [], [], [{ kind: 'queue-full' }]])
    expect(sent).toHaveLength(1)
  })

  test('that wait when the connection ends are told whether they had gone out', async () => {
    const { rpc, sent, follow, settled } = connect()
    const first = follow(rpc.call('Reset', {}))
    const second = follow(rpc.call('ClearCache', {}))
    rpc.closed()
    rpc.closed()
    const third = follow(rpc.call('ClearCache', {}))
    await settled()
    expect([first, second, third]).toEqual([
      [{ kind: 'closed', sent: true }],
      [{ kind: 'closed', sent: false }],
      [{ kind: 'closed', sent: false }],
    ])
    expect(sent).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('after the end nothing is taken, answered or sent any more', async () => {
    const { rpc, sent, answer, waiting } = connect()
    rpc.receive(call('a'))
    rpc.receive(call('b'))
    rpc.closed()
    rpc.receive(call('c', 'AtOnce'))
    await answer('a')
    expect(sent).toEqual([])
    expect([...waiting.keys()]).toEqual(['a'])
  })
})

describe('an answer to a call of ours that its schema does not allow', () => {
  const wrong = { kind: 'occurrence', description: 'the payload must have status' } as const

  test.each(['ocpp1.6', 'ocpp2.0.1'] as const)(
    'is the end of the call on %s, and nothing is said back',
    async (protocol) => {
      const { rpc, sent, follow, settled } = connect({
        protocol,
        readResult: () => ({ kind: 'not-valid', violation: wrong }),
      })
      const outcome = follow(rpc.call('Reset', {}))
      rpc.receive('[3,"server-1",{"a":1}]')
      await settled()
      expect(outcome).toEqual([{ kind: 'not-understood', description: wrong.description, payload: { a: 1 } }])
      expect(sent).toHaveLength(1)
    },
  )

  test('is answered CALLRESULTERROR on 2.1, before the next call goes out', async () => {
    const { rpc, sent, follow, settled } = connect({
      protocol: 'ocpp2.1',
      readResult: (action, payload) =>
        action === 'Reset' ? { kind: 'not-valid', violation: wrong } : { kind: 'valid', payload },
    })
    const outcome = follow(rpc.call('Reset', {}))
    const next = follow(rpc.call('ClearCache', {}))
    rpc.receive('[3,"server-1",{}]')
    rpc.receive('[3,"server-2",{}]')
    await settled()
    expect(outcome).toMatchObject([{ kind: 'not-understood' }])
    expect(next).toEqual([{ kind: 'result', payload: {} }])
    expect(sent).toEqual([
      [2, 'server-1', 'Reset', {}],
      [5, 'server-1', 'OccurrenceConstraintViolation', wrong.description, {}],
      [2, 'server-2', 'ClearCache', {}],
    ])
  })
})
