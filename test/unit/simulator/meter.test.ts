import { advance, isFull, type MeterLimits, newMeter, newVehicle, read, switchOff } from '@simulator/meter'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const limits: MeterLimits = { powerW: 11_000, phases: 3, needWh: 40_000, rampSeconds: 20 }

describe('meter model', () => {
  test('power climbs to its limit along the ramp and stays there', () => {
    const halfway = advance(newMeter(), 10, limits)
    expect(halfway.powerW).toBeCloseTo(5500, 0)
    expect(advance(newMeter(), 60, limits).powerW).toBe(11_000)
  })

  test('an hour at full power is an hour of energy', () => {
    const ramped = advance(newMeter(500), 30, { ...limits, needWh: 1_000_000 })
    const later = advance(ramped, 3600, { ...limits, needWh: 1_000_000 })
    expect(later.registerWh - ramped.registerWh).toBeCloseTo(11_000, 3)
  })

  test('a vehicle takes less near its end, then nothing, and never more than it needs', () => {
    const nearly = { ...newMeter(), sessionWh: 38_000, powerW: 11_000 }
    expect(advance(nearly, 5, limits).powerW).toBeLessThan(6000)
    const full = advance(newMeter(1000), 12 * 3600, limits)
    expect(full).toMatchObject({ sessionWh: 40_000, powerW: 0 })
    expect(full.registerWh).toBeCloseTo(41_000, 6)
    expect(isFull(full, limits)).toBe(true)
    expect(advance(full, 600, limits)).toEqual(full)
  })

  test('a new vehicle starts at nothing while the register stays', () => {
    const charged = advance(newMeter(), 600, limits)
    expect(newVehicle(charged)).toEqual({ registerWh: charged.registerWh, sessionWh: 0, powerW: 0 })
    expect(switchOff(charged)).toEqual({ ...charged, powerW: 0 })
  })

  test('the display: current and voltage belong to the power', () => {
    const { currentA, powerW, voltageV } = read({ registerWh: 10.4, sessionWh: 2, powerW: 11_000 }, 3)
    expect(powerW).toBe(11_000)
    expect(voltageV).toBeGreaterThan(225)
    expect(voltageV).toBeLessThan(230)
    expect(currentA * voltageV * 3).toBeCloseTo(powerW, -2)
    expect(read({ registerWh: 10.4, sessionWh: 2, powerW: 0 }, 1)).toMatchObject({ voltageV: 230, currentA: 0 })
  })

  test('whatever the steps: the register never falls, power stays in its bounds, energy fits the time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { maxLength: 20 }),
        fc.integer({ min: 100, max: 50_000 }),
        (steps, needWh) => {
          const own = { ...limits, needWh }
          let meter = newMeter()
          for (const seconds of steps) {
            const next = advance(meter, seconds, own)
            expect(next.registerWh).toBeGreaterThanOrEqual(meter.registerWh)
            expect(next.registerWh - meter.registerWh).toBeLessThanOrEqual((own.powerW * seconds) / 3600 + 1e-6)
            expect(next.powerW).toBeGreaterThanOrEqual(0)
            expect(next.powerW).toBeLessThanOrEqual(own.powerW)
            expect(next.sessionWh).toBeLessThanOrEqual(needWh + 1e-6)
            meter = next
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
