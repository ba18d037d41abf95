import { callFrame, errorFrame, MESSAGE_ID_MAX_LENGTH, parseFrame, resultFrame } from '@main/csms/rpc/frame'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const LONGEST = 'i'.repeat(MESSAGE_ID_MAX_LENGTH)

describe('well-formed frames', () => {
  test.each([
    ['[2,"1","Heartbeat",{}]', { kind: 'call', id: '1', action: 'Heartbeat', payload: {} }],
    [' [2, "1", "Heartbeat", {}] ', { kind: 'call', id: '1', action: 'Heartbeat', payload: {} }],
    [`[2,"${LONGEST}","Heartbeat",{}]`, { kind: 'call', id: LONGEST, action: 'Heartbeat', payload: {} }],
    ['[3,"1",{"a":1}]', { kind: 'result', id: '1', payload: { a: 1 } }],
    ['[3,"1",null]', { kind: 'result', id: '1', payload: null }],
    ['[4,"1","NotImplemented","no",{}]', { kind: 'error', id: '1', code: 'NotImplemented', description: 'no' }],
    // Left-out parts and a description that is no text are taken as they come.
    ['[4,"1","NotImplemented"]', { kind: 'error', id: '1', code: 'NotImplemented', description: '' }],
    ['[4,"1","NotImplemented",null,{}]', { kind: 'error', id: '1', code: 'NotImplemented', description: '' }],
  ])('%s', (text, frame) => {
    expect(parseFrame(text)).toEqual(frame)
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
    ['[2,"1","Heartbeat",{},{}]', '1', 'malformed-call'],
    ['[3]', null, 'malformed-answer'],
    ['[3,"1"]', '1', 'malformed-answer'],
    ['[3,"1",{},{}]', '1', 'malformed-answer'],
    ['[4,"1"]', '1', 'malformed-answer'],
    ['[4,"1",500,"x",{}]', '1', 'malformed-answer'],
  ])('%s', (text, id, problem) => {
    expect(parseFrame(text)).toEqual({ kind: 'invalid', id, problem })
  })

  test('nesting deeper than any stack is no reason to fall over', () => {
    const deep = '['.repeat(200_000)
    expect(parseFrame(deep)).toEqual({ kind: 'invalid', id: null, problem: 'unreadable' })
    expect(parseFrame(deep + ']'.repeat(200_000))).toEqual({ kind: 'invalid', id: null, problem: 'unreadable' })
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
          expect(['call', 'result', 'error', 'invalid']).toContain(parseFrame(text).kind)
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
        expect(parseFrame(callFrame(messageId, text, content))).toEqual({
          kind: 'call',
          id: messageId,
          action: text,
          payload: content,
        })
        expect(parseFrame(resultFrame(messageId, content))).toEqual({ kind: 'result', id: messageId, payload: content })
        expect(parseFrame(errorFrame(messageId, 'InternalError', text))).toEqual({
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
