import { Profiles } from '@simulator/smart/profiles'
import { inUnit, type Profile, watts } from '@simulator/smart/schedule'
import { beforeEach, describe, expect, test } from 'vitest'

const NOON = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)

let sessions: Map<number, { startedAt: Date; transactionId: string | null }>
let charging: number
let changes: string[]
let profiles: Profiles

beforeEach(() => {
  sessions = new Map()
  charging = 1
  changes = []
  profiles = new Profiles({
    now: () => NOON,
    phases: 3,
    powerW: 11_000,
    evseIds: [1, 2],
    sessionOf: (evseId) => sessions.get(evseId) ?? null,
    charging: () => charging,
    changing: () => changes.push('changing'),
    changed: () => changes.push('changed'),
  })
})

function profile(parts: Partial<Profile>, periods: readonly (readonly [number, number])[], schedule = {}): Profile {
  const [first = [0, 0], ...rest] = periods
  const period = ([startPeriod, limit]: readonly [number, number]) => ({ startPeriod, limit })
  return {
    id: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: [
      {
        id: 1,
        chargingRateUnit: 'W',
        startSchedule: NOON.toISOString(),
        chargingSchedulePeriod: [period(first), ...rest.map(period)],
        ...schedule,
      },
    ],
    ...parts,
  }
}

describe('the limit that holds', () => {
  test('follows the periods, and nothing holds before and after', () => {
    profiles.set(
      1,
      profile(
        {},
        [
          [0, 3000],
          [60, 5000],
        ],
        { duration: 120 },
      ),
    )
    expect([-1, 0, 59, 60, 119, 120].map((seconds) => profiles.limitW(1, later(seconds)))).toEqual([
      11_000, 3000, 3000, 5000, 5000, 11_000,
    ])
    expect(profiles.limitW(2, NOON)).toBe(11_000)
    expect(profiles.changes(1, later(-10), later(200)).map((at) => at.getTime() - NOON.getTime())).toEqual([
      0, 60_000, 120_000,
    ])
  })

  test('the higher level goes first, an EVSE’s own before the charger’s, a transaction’s before the default', () => {
    profiles.set(0, profile({ id: 1 }, [[0, 8000]]))
    expect(profiles.limitW(1, NOON)).toBe(8000)
    profiles.set(1, profile({ id: 2 }, [[0, 9000]]))
    expect(profiles.limitW(1, NOON)).toBe(9000)
    profiles.set(0, profile({ id: 3, stackLevel: 1 }, [[0, 7000]]))
    expect(profiles.limitW(1, NOON)).toBe(7000)
    sessions.set(1, { startedAt: NOON, transactionId: 'tx' })
    profiles.set(1, profile({ id: 4, chargingProfilePurpose: 'TxProfile', transactionId: 'tx' }, [[0, 10_000]]))
    expect(profiles.limitW(1, NOON)).toBe(10_000)
    profiles.sessionEnded(1, 'tx')
    expect(profiles.limitW(1, NOON)).toBe(7000)
  })

  test('what the whole charger may take is shared by those who charge', () => {
    profiles.set(0, profile({ chargingProfilePurpose: 'ChargingStationMaxProfile' }, [[0, 12_000]]))
    expect(profiles.limitW(0, NOON)).toBe(12_000)
    expect(profiles.limitW(1, NOON)).toBe(11_000)
    charging = 2
    expect(profiles.limitW(1, NOON)).toBe(6000)
  })

  test('relative ones begin with the session, recurring ones every day', () => {
    const relative = profile({ chargingProfileKind: 'Relative' }, [[0, 2000]], {
      startSchedule: undefined,
      duration: 60,
    })
    profiles.set(1, relative)
    expect(profiles.limitW(1, NOON)).toBe(11_000)
    sessions.set(1, { startedAt: later(-30), transactionId: null })
    expect(profiles.limitW(1, NOON)).toBe(2000)
    expect(profiles.limitW(1, later(31))).toBe(11_000)
    const daily = profile({ id: 2, chargingProfileKind: 'Recurring', recurrencyKind: 'Daily' }, [
      [0, 4000],
      [3600, 6000],
    ])
    profiles.set(2, daily)
    const days = 5 * 86_400
    expect([days, days + 3599, days + 3600].map((seconds) => profiles.limitW(2, later(seconds)))).toEqual([
      4000, 4000, 6000,
    ])
  })

  test('validity, in which a profile may be replaced by another of the same place', () => {
    expect(profiles.set(1, profile({ id: 1, validTo: later(100).toISOString() }, [[0, 2000]]))).toBeNull()
    expect(profiles.set(1, profile({ id: 2, validFrom: later(50).toISOString() }, [[0, 3000]]))).toBe(
      'DuplicateProfile',
    )
    expect(profiles.set(1, profile({ id: 2, validFrom: later(100).toISOString() }, [[0, 3000]]))).toBeNull()
    expect([99, 100].map((seconds) => profiles.limitW(1, later(seconds)))).toEqual([2000, 3000])
  })
})

test('the composite joins equal neighbours', () => {
  profiles.set(
    1,
    profile({}, [
      [0, 3000],
      [60, 3000],
      [120, 20_000],
    ]),
  )
  expect(profiles.composite(1, 600, 'W', NOON)).toEqual([
    { startPeriod: 0, limit: 3000 },
    { startPeriod: 120, limit: 11_000 },
  ])
  expect(profiles.composite(1, 600, 'A', NOON)[1]).toEqual({ startPeriod: 120, limit: 15.9 })
})

test('those who meter are told before and after a change', () => {
  profiles.set(1, profile({}, [[0, 3000]]))
  profiles.clear({ id: 9 })
  profiles.clear({ id: 1 })
  expect(changes).toEqual(['changing', 'changed', 'changing', 'changed'])
})

test('watts and amperes', () => {
  expect(watts(16, 'A', 3)).toBe(11_040)
  expect(watts(16, 'A', 1)).toBe(3680)
  expect(inUnit(3680, 'A', 1)).toBe(16)
})
