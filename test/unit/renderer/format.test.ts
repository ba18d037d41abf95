import { formatDate, formatDateTime, formatEnergy, formatPower, relativeWords, spanWords } from '@renderer/i18n/format'
import { describe, expect, it } from 'vitest'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('figures', () => {
  it('shows energy in kWh with two decimals', () => {
    expect(formatEnergy(12_344, 'en')).toBe('12.34 kWh')
    expect(formatEnergy(0, 'en')).toBe('0.00 kWh')
    expect(formatEnergy(1_234_567, 'de')).toBe('1.234,57 kWh')
  })

  it('shows power in kW with one decimal', () => {
    expect(formatPower(7_360, 'en')).toBe('7.4 kW')
    expect(formatPower(49, 'en')).toBe('0.0 kW')
  })

  it('shows spans in the unit that fits', () => {
    expect(spanWords(0)).toEqual({ key: 'minutes', count: 0 })
    expect(spanWords(-5)).toEqual({ key: 'minutes', count: 0 })
    expect(spanWords(59 * MINUTE + 59_999)).toEqual({ key: 'minutes', count: 59 })
    expect(spanWords(65 * MINUTE)).toEqual({ key: 'hours', hours: 1, minutes: '05' })
    expect(spanWords(47 * HOUR)).toEqual({ key: 'hours', hours: 47, minutes: '00' })
    expect(spanWords(3 * DAY)).toEqual({ key: 'days', count: 3 })
  })

  it('shows dates by locale', () => {
    const at = Date.UTC(2031, 4, 9, 13, 5, 7)
    expect(formatDate(at, 'en-GB', 'UTC')).toBe('9 May 2031')
    expect(formatDateTime(at, 'de', 'UTC')).toBe('09.05.2031, 13:05:07')
  })
})

describe('relativeWords', () => {
  const now = Date.UTC(2031, 0, 1)
  it.each([
    [0, 'justNow', 0],
    [9_999, 'justNow', 0],
    [-30_000, 'justNow', 0],
    [25_000, 'secondsAgo', 20],
    [MINUTE, 'minutesAgo', 1],
    [59 * MINUTE, 'minutesAgo', 59],
    [HOUR, 'hoursAgo', 1],
    [DAY - 1, 'hoursAgo', 23],
    [3 * DAY, 'daysAgo', 3],
    [-5 * MINUTE, 'inMinutes', 5],
    [-5 * HOUR, 'inHours', 5],
    [-335 * DAY, 'inDays', 335],
  ] as const)('puts %d ms ago as %s, %d', (past, key, count) => {
    expect(relativeWords(now - past, now)).toEqual({ key, count })
  })
})
