import {
  callFrame,
  errorFrame,
  MESSAGE_ID_MAX_LENGTH,
  parseFrame,
  resultErrorFrame,
  resultFrame,
} from '@main/csms/rpc/frame'
import { PROTOCOLS } from '@shared/ocpp/station'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const KINDS = ['call', 'result', 'error', 'result-error', 'send', 'invalid']
const LONGEST = 'i'.repeat(MESSAGE_ID_MAX_LENGTH)

describe('well-formed frames', () => {
  test.each([
    ['[2,"1","Heartbeat",{}]', { kind: 'call', id: '1', action: 'Heartbeat', payload: {} }],
    [' [2, "1", "Heartbeat", {}] ', { kind: 'call', id: '1', action: 'Heartbeat', payload: {} }],
    [`[2,"${LONGEST}","Heartbeat",{}]`, { kind: 'call', id: LONGEST, action: 'Heartbeat', payload: {} }],
    ['[3,"1",{"a":1}]', { kind: 'result', id: '1', payload: { a: 1 } }],
    ['[3,"1",null]', { kind: 'result', id: '1', payload: null }],
    ['[4,"1","NotImplemented","no",{}]', { kind: 'error', id: '1', code: 'NotImplemented', description: 'no' }],
    // More parts than a message has are left out.
    ['[2,"1","Heartbeat",{},{}]', { kind: 'call', id: '1', action: 'Heartbeat', payload: {}, hasExtraParts: true }],
    ['[3,"1",{},{}]', { kind: 'result', id: '1', payload: {}, hasExtraParts: true }],
    // Left-out parts and a description that is no text are taken as they come.
    ['[4,"1","NotImplemented"]', { kind: 'error', id: '1', code: 'NotImplemented', description: '' }],
    ['[4,"1","NotImplemented",null,{}]', { kind: 'error', id: '1', code: 'NotImplemented', description: '' }],
  ])('%s', (text, frame) => {
    expect(parseFrame(text, 'ocpp2.0.1')).toEqual(frame)
  })
})

describe('frames that are not', () => {
  test.each([
    ['', null, 'unreadable'],
    ['hello', null, 'unreadable'],
    ['[2,"1","Heartbeat",{}', null, 'unreadable'],
    ['{}', null, 'unreadable'],
    ['null', null, 'unreadable'],
    ['[]', null, 'unreadable'],
    ['["2","1","Heartbeat",{}]', '1', 'unreadable'],
    ['[null,"1"]', '1', 'unreadable'],
    ['[5,"1","x"]', '1', 'unknown-type'],
    ['[6,"1","NotifyPeriodicEventStream",{}]', '1', 'unknown-type'],
    ['[2.5,7]', null, 'unknown-type'],
    ['[2,7,"Heartbeat",{}]', null, 'malformed-call'],
    ['[2,"","Heartbeat",{}]', null, 'malformed-call'],
    [`[2,"${LONGEST}i","Heartbeat",{}]`, null, 'malformed-call'],
    ['[2]', null, 'malformed-call'],
    ['[2,"1"]', '1', 'malformed-call'],
    ['[2,"1","Heartbeat"]', '1', 'malformed-call'],
    ['[2,"1","Heartbeat",[]]', '1', 'malformed-call'],
    ['[2,"1","Heartbeat",null]', '1', 'malformed-call'],
    ['[2,"1",7,{}]', '1', 'malformed-call'],
    ['[3]', null, 'malformed-answer'],
    ['[3,"1"]', '1', 'malformed-answer'],
    ['[4,"1"]', '1', 'malformed-answer'],
    ['[4,"1",500,"x",{}]', '1', 'malformed-answer'],
  ])('%s', (text, id, problem) => {
    expect(parseFrame(text, 'ocpp2.0.1')).toEqual({ kind: 'invalid', id, problem })
  })

  test.each(['ocpp1.6', 'ocpp2.0.1'] as const)('on %s the types of 2.1 are types like any unknown one', (protocol) => {
    for (const text of ['[5,"1","InternalError","",{}]', '[6,"1","NotifyPeriodicEventStream",{}]', '[5]', '[6]']) {
      expect(parseFrame(text, protocol)).toMatchObject({ kind: 'invalid', problem: 'unknown-type' })
    }
  })

  test('nesting deeper than any stack is no reason to fall over', () => {
    const deep = '['.repeat(200_000)
    expect(parseFrame(deep, 'ocpp2.1')).toEqual({ kind: 'invalid', id: null, problem: 'unreadable' })
    expect(parseFrame(deep + ']'.repeat(200_000), 'ocpp2.1')).toEqual({
      kind: 'invalid',
      id: null,
      problem: 'unreadable',
    })
  })
})

describe('what 2.1 adds', () => {
  test.each([
    [
      '[5,"1","FormatViolation","no",{}]',
      { kind: 'result-error', id: '1', code: 'FormatViolation', description: 'no' },
    ],
    ['[5,"1","FormatViolation"]', { kind: 'result-error', id: '1', code: 'FormatViolation', description: '' }],
    ['[5,"1",7,"no",{}]', { kind: 'invalid', id: '1', problem: 'malformed-answer' }],
    ['[5]', { kind: 'invalid', id: null, problem: 'malformed-answer' }],
    ['[6,"1","Stream",{"id":1}]', { kind: 'send', id: '1', action: 'Stream', payload: { id: 1 } }],
    // Nothing refers to the id of a SEND: what it says is taken without one.
    ['[6,7,"Stream",{"id":1}]', { kind: 'send', id: null, action: 'Stream', payload: { id: 1 } }],
    [
      '[6,"1","Stream",{"id":1},{}]',
      { kind: 'send', id: '1', action: 'Stream', payload: { id: 1 }, hasExtraParts: true },
    ],
    ['[6,"1","Stream"]', { kind: 'invalid', id: '1', problem: 'malformed-send' }],
    ['[6,"1","Stream",[]]', { kind: 'invalid', id: '1', problem: 'malformed-send' }],
    ['[7,"1"]', { kind: 'invalid', id: '1', problem: 'unknown-type' }],
  ])('%s', (text, frame) => {
    expect(parseFrame(text, 'ocpp2.1')).toEqual(frame)
  })
})

describe('whatever comes', () => {
  test('text of any kind never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.jsonValue().map((v) => JSON.stringify(v)),
        ),
        (text) => {
          for (const protocol of PROTOCOLS) expect(KINDS).toContain(parseFrame(text, protocol).kind)
        },
      ),
    )
  })

  const id = fc.string({ minLength: 1, maxLength: 36 })
  // `__proto__` is a name like any other to JSON, and not to an object literal.
  const payload = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)) as object)

  test('what is written is read again', () => {
    fc.assert(
      fc.property(id, fc.string(), payload, (messageId, text, content) => {
        expect(parseFrame(callFrame(messageId, text, content), 'ocpp2.1')).toEqual({
          kind: 'call',
          id: messageId,
          action: text,
          payload: content,
        })
        expect(parseFrame(resultFrame(messageId, content), 'ocpp2.1')).toEqual({
          kind: 'result',
          id: messageId,
          payload: content,
        })
        expect(parseFrame(resultErrorFrame(messageId, 'InternalError', text), 'ocpp2.1')).toEqual({
          kind: 'result-error',
          id: messageId,
          code: 'InternalError',
          description: text.slice(0, 255),
        })
        expect(parseFrame(errorFrame(messageId, 'InternalError', text), 'ocpp2.1')).toEqual({
          kind: 'error',
          id: messageId,
          code: 'InternalError',
          description: text.slice(0, 255),
        })
      }),
    )
  })

  test('an error text is cut to the 255 characters the specifications allow', () => {
    expect(JSON.parse(errorFrame('1', 'InternalError', 'x'.repeat(300)))).toEqual([
      4,
      '1',
      'InternalError',
      'x'.repeat(255),
      {},
    ])
  })
})
