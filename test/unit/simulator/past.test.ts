import { pastVisits } from '@simulator/demoPast'
import { newMeter } from '@simulator/meter'
import { pastMoments } from '@simulator/pastSession'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const token = { value: 'AA12345', type: 'ISO14443' } as const
const limits = { powerW: 11_000, phases: 3, rampSeconds: 20 } as const

describe('a session of the past', () => {
  it('charges until the vehicle is full, is read every quarter of an hour, and leaves the meter where it was', () => {
    const startedAt = new Date('2026-10-05T08:00:00Z')
    const { moments, meter } = pastMoments(
      { token, startedAt, seconds: 4 * 3600, needWh: 11_000 },
      newMeter(500_000),
      limits,
    )
    expect(moments.map(({ kind }) => kind)).toEqual(['started', 'state', ...Array(6).fill('meter'), 'state', 'ended'])
    expect(moments.map(({ state }) => state)).toEqual([
      'EVConnected',
      ...Array(7).fill('Charging'),
      'SuspendedEV',
      'SuspendedEV',
    ])
    expect(moments.every(({ offline }) => offline)).toBe(true)
    expect(moments.at(-1)?.at).toEqual(new Date('2026-10-05T12:00:00Z'))
    expect(moments.at(-1)?.reading).toMatchObject({ registerWh: 511_000, powerW: 0 })
    expect(meter.registerWh).toBeCloseTo(511_000, 6)
    expect(meter.powerW).toBe(0)
  })

  it('has taken what flowed in its time, to the second, when it ended before', () => {
    const past = { token, startedAt: new Date(0), seconds: 1_000, needWh: 50_000 }
    const { moments, meter } = pastMoments(past, newMeter(), { ...limits, rampSeconds: 0 })
    expect(moments.map(({ kind }) => kind)).toEqual(['started', 'state', 'meter', 'ended'])
    expect(meter.registerWh).toBeCloseTo((11_000 * 1_000) / 3_600, 6)
  })

  it('of the demo is over, begins after the one before it has ended, and lies in the days that were asked for', () => {
    const day = fc.date({ min: new Date(2026, 0, 1), max: new Date(2027, 0, 1), noInvalidDate: true })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 45 }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (now, days, randoms) => {
          const random = () => randoms.next().value as number
          const visits = pastVisits({ days, now, random, cards: [token] })
          let last = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime()
          for (const { startedAt, seconds } of visits) {
            expect(startedAt.getTime()).toBeGreaterThan(last)
            last = startedAt.getTime() + seconds * 1_000
          }
          // At midnight nobody has come yet on this very day.
          if (visits.length > 0) expect(last).toBeLessThan(now.getTime())
        },
      ),
    )
  })
})
