import { callText, errorText, readFrame, resultErrorText, resultText, sendText } from '@simulator/link/frames'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('OCPP-J frames', () => {
  test('what is written can be read', () => {
    expect(readFrame(callText('1', 'Heartbeat', {}), 'ocpp1.6')).toEqual({
      kind: 'call',
      id: '1',
      action: 'Heartbeat',
      payload: {},
    })
    expect(readFrame(resultText('1', { a: 1 }), 'ocpp1.6')).toEqual({ kind: 'result', id: '1', payload: { a: 1 } })
    expect(readFrame(errorText('1', 'GenericError', 'x'.repeat(300)), 'ocpp1.6')).toEqual({
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
    expect(readFrame(text, 'ocpp2.1')).toMatchObject({ kind: 'unreadable', id })
  })

  test('unknown message types are told apart', () => {
    const stream = '[6,"1","NotifyPeriodicEventStream",{}]'
    expect(readFrame(stream, 'ocpp2.0.1')).toEqual({ kind: 'other', id: '1', messageType: 6 })
    expect(readFrame('[7,"1",{}]', 'ocpp2.1')).toEqual({ kind: 'other', id: '1', messageType: 7 })
  })

  test('2.1 has two types more', () => {
    expect(readFrame(sendText('1', 'NotifyPeriodicEventStream', {}), 'ocpp2.1')).toEqual({
      kind: 'send',
      id: '1',
      action: 'NotifyPeriodicEventStream',
      payload: {},
    })
    expect(readFrame(resultErrorText('1', 'FormatViolation', 'no'), 'ocpp2.1')).toEqual({
      kind: 'result-error',
      id: '1',
      code: 'FormatViolation',
      description: 'no',
      details: {},
    })
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const kinds = ['call', 'result', 'error', 'result-error', 'send', 'other', 'unreadable']
        expect(kinds).toContain(readFrame(text, 'ocpp2.1').kind)
      }),
    )
  })
})
