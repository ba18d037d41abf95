import { lineOf, type SessionOwner } from '@main/reports/lineOf'
import { createLineSums } from '@main/reports/lineSums'
import { priceSpans } from '@main/reports/priceSpans'
import {
  apartOf,
  type LedgerSession,
  liesIn,
  momentsIn,
  shareOf,
  timeOf,
  toReportSession,
} from '@main/reports/sessionShare'
import { type Meter, type Register, splitEnergy } from '@main/reports/split'
import type { Tariff } from '@shared/contract/tariffs'
import { namedZone } from '@shared/namedZone'
import { instantOf, monthSpan } from '@shared/zone'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nightBand, tariffFrom } from '../../support/tariffs'

const BERLIN = namedZone('Europe/Berlin')
const MINUTE = 60_000
const NOW = Date.parse('2027-01-01T00:00:00Z')
/** A time on the wall in Berlin. */
const wall = (text: string) => instantOf(BERLIN, Date.parse(`${text}Z`))

/** A meter of which all readings are known. */
function meterWith(registers: readonly Register[]): Meter {
  const [first, last] = [registers[0], registers.at(-1)]
  if (!first || !last) throw new Error('a meter has readings')
  return {
    first,
    last,
    around: (at) => ({
      before: registers.findLast((register) => register.at <= at) ?? null,
      after: registers.find((register) => register.at > at) ?? null,
    }),
  }
}

function sessionWith(from: string, to: string, energyMwh: number, more: Partial<LedgerSession> = {}): LedgerSession {
  const [beganAt, endedAt] = [wall(from), wall(to)]
  return {
    id: 1,
    stationIdentity: 'CP_1',
    evseId: 1,
    token: 'AA',
    who: 'Ines',
    running: false,
    unsettled: false,
    energyMwh,
    beganAt,
    endedAt,
    firstReadingAt: beganAt,
    lastReadingAt: endedAt,
    listedAt: beganAt,
    ...more,
  }
}

function shareIn(month: string, session: LedgerSession, tariffs: readonly Tariff[], meter: Meter | null = null) {
  const period = { ...monthSpan(BERLIN, month), spans: priceSpans(BERLIN, monthSpan(BERLIN, month), tariffs) }
  const time = timeOf(session, NOW)
  return shareOf(session, time, period, momentsIn(time, period), meter)
}

/** The share as a report tells it. */
function toldIn(...asked: Parameters<typeof shareIn>) {
  const share = shareIn(...asked)
  return share && toReportSession(share, 'line')
}

describe('a session', () => {
  const night = tariffFrom('2026-01-01', { bands: [nightBand()] })

  test('is split at a boundary of the tariff by the readings around it', () => {
    const session = sessionWith('2026-06-10T21:00:00', '2026-06-10T23:00:00', 10_000_000)
    const meter = meterWith([
      { at: wall('2026-06-10T21:00:00'), mwh: 500 },
      { at: wall('2026-06-10T21:55:00'), mwh: 500 + 6_000_000 },
      { at: wall('2026-06-10T22:05:00'), mwh: 500 + 7_000_000 },
      { at: wall('2026-06-10T23:00:00'), mwh: 500 + 10_000_000 },
    ])
    const share = toldIn('2026-06', session, [night], meter)
    // Half of what was counted between five to and five past ten came before ten.
    expect(share?.energy).toEqual([
      { tariffId: 1, band: null, energyMwh: 6_500_000 },
      { tariffId: 1, band: 0, energyMwh: 3_500_000 },
    ])
    expect(share).toMatchObject({ split: 'readings', energyMilliMinor: (195 + 70) * 1_000 })
  })

  test('is split by time where readings lie too far apart or say nothing, and that is said', () => {
    const session = sessionWith('2026-06-10T21:00:00', '2026-06-10T23:00:00', 10_000_001)
    const ends = meterWith([
      { at: wall('2026-06-10T21:00:00'), mwh: 0 },
      { at: wall('2026-06-10T23:00:00'), mwh: 10_000_001 },
    ])
    for (const meter of [ends, null]) {
      const share = toldIn('2026-06', session, [night], meter)
      expect(share).toMatchObject({ split: 'time', energy: [{ energyMwh: 5_000_000 }, { energyMwh: 5_000_001 }] })
    }
    // Far apart, but nothing was counted in between: there is nothing to guess.
    const idle = meterWith([
      { at: wall('2026-06-10T21:00:00'), mwh: 0 },
      { at: wall('2026-06-10T21:30:00'), mwh: 10_000_001 },
      { at: wall('2026-06-10T23:00:00'), mwh: 10_000_001 },
    ])
    expect(toldIn('2026-06', session, [night], idle)).toMatchObject({
      split: 'readings',
      energy: [{ energyMwh: 10_000_001 }, { energyMwh: 0 }],
    })
  })

  test('over the end of a month belongs to both, and pays its fee where it began', () => {
    const tariff = tariffFrom('2026-01-01', { feePerSessionMinor: 35 })
    const session = sessionWith('2026-06-30T23:55:00', '2026-07-01T00:05:00', 1_001)
    const meter = meterWith([
      { at: wall('2026-06-30T23:55:00'), mwh: 0 },
      { at: wall('2026-07-01T00:05:00'), mwh: 2_002 },
    ])
    const [june, july] = [toldIn('2026-06', session, [tariff], meter), toldIn('2026-07', session, [tariff], meter)]
    expect([june?.energyMwh, june?.feeMinor, june?.split]).toEqual([500, 35, 'readings'])
    expect([july?.energyMwh, july?.feeMinor, july?.wholeEnergyMwh]).toEqual([501, 0, 1_001])
    expect(toldIn('2026-08', session, [tariff], meter)).toBeNull()
    // What ended at midnight sharp, or charged nothing after it, is no session of the new month.
    expect(toldIn('2026-07', sessionWith('2026-06-30T23:00:00', '2026-07-01T00:00:00', 5), [tariff])).toBeNull()
    const idle = meterWith([
      { at: wall('2026-06-30T23:55:00'), mwh: 0 },
      { at: wall('2026-06-30T23:59:00'), mwh: 2_002 },
      { at: wall('2026-07-01T00:05:00'), mwh: 2_002 },
    ])
    expect(toldIn('2026-07', session, [tariff], idle)).toBeNull()
  })

  test('that delivered nothing pays no fee; one without length is where it was', () => {
    const tariff = tariffFrom('2026-01-01', { feePerSessionMinor: 35 })
    const empty = sessionWith('2026-06-10T08:00:00', '2026-06-10T08:00:00', 0)
    expect(toldIn('2026-06', empty, [tariff])).toMatchObject({ energyMwh: 0, feeMinor: 0, split: 'whole' })
    const moment = sessionWith('2026-06-30T22:00:00', '2026-06-30T22:00:00', 7)
    expect(toldIn('2026-06', moment, [tariff])).toMatchObject({ energyMwh: 7, feeMinor: 35 })
  })

  test('in the night of 25 hours has the hour that comes twice at the price of that hour', () => {
    const early = tariffFrom('2026-01-01', { bands: [{ ...nightBand(), fromMinute: 120, untilMinute: 180 }] })
    const from = wall('2026-10-25T01:00:00')
    const session = sessionWith('2026-10-25T01:00:00', '2026-10-25T04:00:00', 4_000, {})
    expect(timeOf(session, NOW).to - from).toBe(4 * 60 * MINUTE)
    const share = toldIn('2026-10', session, [early], null)
    expect(share?.energy).toEqual([
      { tariffId: 1, band: null, energyMwh: 2_000 },
      { tariffId: 1, band: 0, energyMwh: 2_000 },
    ])
  })

  test('that is open, doubtful or without energy counts in no sum', () => {
    const plain = sessionWith('2026-06-10T08:00:00', '2026-06-10T09:00:00', 7)
    expect(apartOf(plain)).toBeNull()
    expect(apartOf({ ...plain, running: true })?.reason).toBe('running')
    expect(apartOf({ ...plain, running: true, unsettled: true })?.reason).toBe('undecided')
    expect(apartOf({ ...plain, energyMwh: null })?.reason).toBe('no-energy')
    // One that runs lies in all months up to now; one that nobody settled where its readings are.
    const running = { ...plain, running: true, endedAt: null }
    const later = monthSpan(BERLIN, '2026-09')
    expect(liesIn(timeOf(running, NOW), later)).toBe(true)
    expect(liesIn(timeOf({ ...running, unsettled: true }, NOW), later)).toBe(false)
  })

  test('has parts that add up, wherever it is split and whatever its meter shows', () => {
    const from = wall('2026-06-01T00:00:00')
    fc.assert(
      fc.property(
        fc.nat(10 ** 9),
        fc.integer({ min: 1, max: 10 ** 10 }),
        fc.array(fc.tuple(fc.nat(10 ** 10), fc.nat(10 ** 9)), { minLength: 1, maxLength: 8 }),
        fc.uniqueArray(fc.nat(10 ** 10), { maxLength: 6 }),
        (energyMwh, length, readings, cuts) => {
          const session = { from, to: from + length }
          const registers = readings
            .map(([after, mwh]) => ({ at: from + after, mwh }))
            .sort((a, b) => a.at - b.at || a.mwh - b.mwh)
          let highest = 0
          const rising = registers.map(({ at, mwh }) => {
            highest = Math.max(highest, mwh)
            return { at, mwh: highest }
          })
          const inside = cuts.map((cut) => from + cut).filter((cut) => cut > session.from && cut < session.to)
          const moments = inside.sort((a, b) => a - b)
          const { parts } = splitEnergy(energyMwh, session, moments, meterWith(rising))
          expect(parts).toHaveLength(moments.length + 1)
          expect(parts.every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(energyMwh)
          // What lies before a moment is the same whatever else it is split at.
          for (const [place, moment] of moments.entries()) {
            const alone = splitEnergy(energyMwh, session, [moment], meterWith(rising)).parts[0]
            expect(parts.slice(0, place + 1).reduce((sum, part) => sum + part, 0)).toBe(alone)
          }
        },
      ),
    )
  })

  test('is split at the ends of the period and where another price begins, and nowhere else', () => {
    const period = monthSpan(BERLIN, '2026-06')
    const spans = priceSpans(BERLIN, period, [night])
    const long = { from: wall('2026-05-30T12:00:00'), to: wall('2026-06-02T12:00:00') }
    expect(momentsIn(long, { ...period, spans })).toEqual(
      ['2026-06-01T00:00:00', '2026-06-01T06:00:00', '2026-06-01T22:00:00', '2026-06-02T06:00:00'].map(wall),
    )
  })
})

describe('a line', () => {
  const owner: SessionOwner = {
    stationId: 3,
    stationIdentity: 'CP_3',
    stationLabel: 'Hall',
    token: 'AA',
    tokenType: 'ISO14443',
    cardId: 7,
    holder: 'Ines',
    label: 'Van',
    group: 'Fleet',
    tags: ['b', 'a'],
  }
  const none = { kind: 'without-card', key: 'without-card' }

  test('is one for each session, however it is put together', () => {
    expect(lineOf(owner, 'card')).toEqual({ key: 'card 7', kind: 'card', name: 'Ines', detail: 'Van · AA' })
    expect(lineOf(owner, 'holder')).toMatchObject({ kind: 'holder', name: 'Ines' })
    expect(lineOf(owner, 'group')).toMatchObject({ kind: 'group', name: 'Fleet' })
    expect(lineOf(owner, 'tag')).toMatchObject({ kind: 'tag', name: 'a + b' })
    expect(lineOf({ ...owner, tags: ['a', 'b'] }, 'tag').key).toBe(lineOf(owner, 'tag').key)
    expect(lineOf(owner, 'station')).toMatchObject({ kind: 'station', name: 'CP_3', detail: 'Hall' })
    for (const token of [null, '']) expect(lineOf({ ...owner, token, cardId: null }, 'holder')).toMatchObject(none)
    // What is left of a card whose holder was erased, and of one that was never enrolled.
    const erased = { ...owner, holder: '', label: '', group: '', tags: [] }
    expect(lineOf(erased, 'holder')).toEqual({ key: 'card 7', kind: 'card', name: 'AA', detail: '' })
    expect(lineOf({ ...erased, cardId: null }, 'holder')).toMatchObject({ key: 'token ISO14443 AA', name: 'AA' })
    expect(lineOf(erased, 'group').kind).toBe('without-group')
    expect(lineOf(erased, 'tag').kind).toBe('without-tag')
  })

  test('is rounded session by session or once, with its fees and its tax', () => {
    const line = lineOf(owner, 'card')
    const charge = (terms: Partial<Tariff>) => {
      const tariff = tariffFrom('2026-01-01', { feePerSessionMinor: 20, feePerMonthMinor: 300, ...terms })
      const sums = createLineSums(tariff)
      // 0.45 cents each.
      for (const hour of ['08', '10', '12']) {
        const session = sessionWith(`2026-06-10T${hour}:00:00`, `2026-06-10T${hour}:30:00`, 15_000)
        const share = shareIn('2026-06', session, [tariff])
        if (share) sums.add(line, share, { key: 'card 7', place: 0 })
      }
      return sums.finish().lines[0]?.charges[0]
    }
    expect(charge({})).toMatchObject({ energyMinor: 0, sessionFees: 3, monthFees: 1, feesMinor: 360, totalMinor: 360 })
    const once = charge({
      rounding: { what: 'statement', mode: 'half-up' },
      tax: { name: 'VAT', rateMillionths: 190_000, included: false },
    })
    expect(once).toMatchObject({ energyMinor: 1, feesMinor: 360, netMinor: 361, taxMinor: 69, totalMinor: 430 })
  })

  test('is cut where another tariff begins: each part by its own rules, the fee for the month by the first', () => {
    const [old, young] = [
      tariffFrom('2026-01-01', { feePerMonthMinor: 100 }),
      tariffFrom('2026-06-10', { pricePerKwhMilliMinor: 60_000, feePerMonthMinor: 900 }, 2),
    ]
    const sums = createLineSums(old)
    const session = sessionWith('2026-06-09T23:00:00', '2026-06-10T01:00:00', 10_000_000)
    const share = shareIn('2026-06', session, [old, young])
    if (share) sums.add(lineOf(owner, 'card'), share, { key: 'card 7', place: 0 })
    const { lines, total } = sums.finish()
    expect(lines[0]?.charges).toMatchObject([
      { tariffId: 1, energyMinor: 150, monthFees: 1, totalMinor: 250 },
      { tariffId: 2, energyMinor: 300, monthFees: 0, totalMinor: 300 },
    ])
    expect(total).toMatchObject({ sessions: 1, splitByTime: 1, energyMwh: 10_000_000, totalMinor: 550 })
  })
})
