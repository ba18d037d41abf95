import { contentKey } from '@main/csms/contentKey'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const hex = (action: string, payload: object) => Buffer.from(contentKey(action, payload)).toString('hex')

describe('the key of a content', () => {
  test('is the same for the same content and another for any other, whatever the content', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (a, b) => {
        expect(hex('X', JSON.parse(JSON.stringify(a, null, 3)))).toBe(hex('X', a))
        expect(hex('X', a)).toHaveLength(44)
        expect(hex('X', a) === hex('X', b)).toBe(JSON.stringify(a) === JSON.stringify(b))
        expect(hex('X', a)).not.toBe(hex('Y', a))
      }),
    )
  })

  test('begins with the time that the message tells, so that later ones come after earlier ones', () => {
    const at = (ms: number) => new Date(ms).toISOString()
    const now = Date.UTC(2026, 0, 1)
    const keys = [
      hex('TransactionEvent', { timestamp: at(now) }),
      hex('MeterValues', { meterValue: [{ timestamp: at(now + 1) }, { timestamp: at(0) }] }),
      hex('TransactionEvent', { seqNo: 0, timestamp: at(now + 256) }),
    ]
    expect([...keys].sort()).toEqual(keys)
    expect(keys.map((key) => Number.parseInt(key.slice(0, 12), 16))).toEqual([now, now + 1, now + 256])
  })

  test.each([
    {},
    { timestamp: 'yesterday' },
    { timestamp: 5 },
    { timestamp: '1969-12-31T23:59:59Z' },
    { timestamp: '+275760-09-13T00:00:00.000Z' },
    { meterValue: [] },
    { meterValue: [null] },
    { meterValue: {} },
    { meterValue: [{ meterValue: [{}] }] },
  ])('begins with nothing where no time can be read: %j', (payload) => {
    expect(hex('X', payload).slice(0, 12)).toBe('000000000000')
  })
})
