import { callText, errorText, readFrame, resultText } from '@simulator/link/frames'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('OCPP-J frames', () => {
  test('what is written can be read', () => {
    expect(readFrame(callText('1', 'Heartbeat', {}))).toEqual({
      kind: 'call',
      id: '1',
      action: 'Heartbeat',
      payload: {},
    })
    expect(readFrame(resultText('1', { a: 1 }))).toEqual({ kind: 'result', id: '1', payload: { a: 1 } })
    expect(readFrame(errorText('1', 'GenericError', 'x'.repeat(300)))).toEqual({
      kind: 'error',
      id: '1',
      code: 'GenericError',
      description: 'x'.repeat(255),
      details: {},
    })
  })

  test.each([
    ['{', null],
    ['{}', null],
    ['[]', null],
    ['[2]', null],
    ['["2","1","Heartbeat",{}]', '1'],
    ['[2,"1","Heartbeat"]', '1'],
    ['[2,"1","Heartbeat",null]', '1'],
    ['[2,"1","Heartbeat",[]]', '1'],
    ['[2,1,"Heartbeat",{}]', null],
    [`[3,"${'x'.repeat(37)}",{}]`, null],
    ['[3,"1"]', '1'],
    ['[4,"1","GenericError","",null]', '1'],
    [`[4,"1","GenericError","${'x'.repeat(256)}",{}]`, '1'],
  ])('%s is unreadable', (text, id) => {
    expect(readFrame(text)).toMatchObject({ kind: 'unreadable', id })
  })

  test('unknown message types are told apart', () => {
    expect(readFrame('[6,"1","NotifyPeriodicEventStream",{}]')).toEqual({ kind: 'other', id: '1', messageType: 6 })
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['call', 'result', 'error', 'other', 'unreadable']).toContain(readFrame(text).kind)
      }),
    )
  })
})
