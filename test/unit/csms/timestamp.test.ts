import { readPayload } from '@main/csms/quirks/reader'
import { readTime } from '@main/csms/timestamp'
import { createV201 } from '@main/csms/v2x/adapter'
import { createV16 } from '@main/csms/v16/adapter'
import { afterEach, expect, test, vi } from 'vitest'

const ADAPTERS = [createV16(), createV201()]
const isValid = (timestamp: string) =>
  ADAPTERS.every((adapter) => {
    const action = 'SecurityEventNotification'
    const payload = { type: 'x', timestamp }
    return (
      readPayload({ adapter, action, direction: 'Request', payload, receivedAt: 0, accepts: () => true }).kind ===
      'valid'
    )
  })

afterEach(() => vi.unstubAllEnvs())

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
  ['2026-01-01T00:00:00', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01 00:00:00.5', '2026-01-01T00:00:00.500Z'],
  ['2016-12-31T23:59:60', '2016-12-31T23:59:59.000Z'],
])('%s is understood and read', (text, time) => {
  expect(isValid(text)).toBe(true)
  // Where the computer stands doesn't matter.
  for (const [zone, offset] of [
    ['UTC', 0],
    ['Asia/Kolkata', -330],
  ] as const) {
    vi.stubEnv('TZ', zone)
    expect(new Date(0).getTimezoneOffset()).toBe(offset)
    expect(new Date(readTime(text)).toISOString()).toBe(time)
  }
})

test.each(['yesterday', '2026-01-01', '2026-01-01T25:00:00', '2026-13-01T00:00:00', ''])(
  '%j is no timestamp',
  (text) => {
    expect(isValid(text)).toBe(false)
  },
)
