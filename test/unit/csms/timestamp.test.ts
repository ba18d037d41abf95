import { readTime } from '@main/csms/timestamp'
import { createV201 } from '@main/csms/v2x/adapter'
import { expect, test } from 'vitest'

const { check } = createV201().validators
const isValid = (timestamp: string) => check('SecurityEventNotification', 'Request', { type: 'x', timestamp }) === null

test.each([
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01t00:00:00z', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01 00:00:00Z', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01T01:00:00+0100', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01T01:00:00+01', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01T00:00:00.123456789Z', '2026-01-01T00:00:00.123Z'],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ['2016-12-31T22:59:60.5-01:00', '2016-12-31T23:59:59.500Z'],
  ['2016-12-31T22:59:60-01', '2016-12-31T23:59:59.000Z'],
])('%s passes the schema and is read', (text, time) => {
  expect(isValid(text)).toBe(true)
  expect(new Date(readTime(text)).toISOString()).toBe(time)
})
