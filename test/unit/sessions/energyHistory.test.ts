import { join } from 'node:path'
import { energyHistory } from '@main/sessions/energy/energyHistory'
import { type Delivered, type Register, spread } from '@main/sessions/energy/spread'
import { edgesOf, stretchOf } from '@main/sessions/energy/stretches'
import type { ReadDb } from '@main/store/handles'
import { sessionsInParts } from '@main/store/queries/ledger'
import { ENERGY_STEPS } from '@shared/contract/energyHistory'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { fillLedger, LEDGER_SIZE } from '../../bench/ledger/fillLedger'
import { openTestStore } from '../../support/testStore'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const UNTIL = Date.UTC(2026, 0, 1)

describe('stretches', () => {
  const local = (...parts: [number, number, number?, number?, number?]) => new Date(...parts).getTime()

  it('begin on the quarter, the hour, the day and the first of the month, and hold all that was asked for', () => {
    const at = local(2026, 9, 24, 13, 22)
    expect(edgesOf('quarter-hour', at, at + 1)).toEqual([local(2026, 9, 24, 13, 15), local(2026, 9, 24, 13, 30)])
    expect(edgesOf('hour', at, at + HOUR)).toEqual([13, 14, 15].map((hour) => local(2026, 9, 24, hour)))
    expect(edgesOf('day', at, local(2026, 9, 26))).toEqual([24, 25, 26].map((day) => local(2026, 9, day)))
    expect(edgesOf('month', at, local(2027, 0, 1, 0, 1))).toEqual([
      ...[9, 10, 11].map((month) => local(2026, month, 1)),
      local(2027, 0, 1),
      local(2027, 1, 1),
    ])
  })

  it('keep to the clock on the wall where it shows an hour twice, and on a day that has no midnight', () => {
    const usual = process.env.TZ
    try {
      process.env.TZ = 'Europe/Berlin'
      const second = Date.UTC(2026, 9, 25, 1, 20)
      expect(edgesOf('quarter-hour', second, second + 1)[0]).toBe(Date.UTC(2026, 9, 25, 1, 15))
      expect(edgesOf('hour', second, second + 1)[0]).toBe(Date.UTC(2026, 9, 25, 1))
      process.env.TZ = 'Asia/Kathmandu'
      expect(edgesOf('hour', second, second + 1)[0]).toBe(Date.UTC(2026, 9, 25, 1, 15))
      // On 8 March the clocks of Havana go from 23:59 to 1:00.
      process.env.TZ = 'America/Havana'
      expect(edgesOf('day', Date.UTC(2026, 2, 8, 12), Date.UTC(2026, 2, 9, 12))).toEqual([
        Date.UTC(2026, 2, 8, 5),
        Date.UTC(2026, 2, 9, 4),
        Date.UTC(2026, 2, 10, 4),
      ])
    } finally {
      if (usual === undefined) delete process.env.TZ
      else process.env.TZ = usual
    }
  })

  it('find the one that a moment lies in', () => {
    expect([-1, 0, 9, 10, 29, 30].map((at) => stretchOf([0, 10, 20, 30], at))).toEqual([-1, 0, 0, 1, 2, 3])
    expect(edgesOf('day', UNTIL, UNTIL + 400 * DAY).length).toBeLessThanOrEqual(402)
  })
})

describe('what a session delivered', () => {
  const spreadOver = (delivered: Delivered, edges: number[], registers: Register[] = []) => {
    const sums = edges.slice(1).map(() => 0)
    spread(
      delivered,
      edges,
      (at) => ({
        before: registers.findLast((register) => register.at <= at),
        after: registers.find((register) => register.at > at),
      }),
      (stretch, wattHours) => {
        sums[stretch] = (sums[stretch] ?? 0) + wattHours
      },
    )
    return sums
  }
  const delivered = { energyWh: 100, startAt: 5, startWh: 1_000, lastAt: 25, lastWh: 1_100 }

  it('is spread by the registers, evenly between two of them, and what lies outside is left out', () => {
    expect(spreadOver(delivered, [0, 10, 20, 30])).toEqual([25, 50, 25])
    expect(spreadOver(delivered, [0, 10, 20, 30], [{ at: 10, wh: 1_090 }])).toEqual([
      90,
      expect.closeTo(20 / 3),
      expect.closeTo(10 / 3),
    ])
    expect(spreadOver(delivered, [10, 20])).toEqual([50])
    expect(spreadOver(delivered, [30, 40])).toEqual([0])
  })

  it('never flows back where a register is a little lower than the one before it', () => {
    const rounded = [
      { at: 10, wh: 1_060 },
      { at: 12, wh: 1_058 },
      { at: 24, wh: 1_101 },
    ]
    expect(spreadOver(delivered, [0, 10, 12, 24, 30], rounded)).toEqual([60, 0, 40, 0])
  })

  it('is spread the same way when it was set by hand, and counted at its end when the meter never moved', () => {
    expect(spreadOver({ ...delivered, energyWh: 40 }, [0, 10, 20, 30])).toEqual([10, 20, 10])
    expect(spreadOver({ ...delivered, lastWh: 1_000 }, [0, 10, 20, 30])).toEqual([0, 0, 100])
  })

  it('makes up the whole, whatever the readings', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(
        times,
        fc.array(fc.nat(5_000), { minLength: 12, maxLength: 12 }),
        fc.nat(9_000),
        (at, rises, energyWh) => {
          const upTo = (index: number) => rises.slice(0, index).reduce((sum, rise) => sum + rise, 0)
          const registers = at.sort((a, b) => a - b).map((each, index) => ({ at: each, wh: upTo(index) }))
          const [first, last] = [registers[0], registers.at(-1)]
          if (!first || !last) return
          const whole = { energyWh, startAt: first.at, startWh: first.wh, lastAt: last.at, lastWh: last.wh }
          const sums = spreadOver(whole, [0, 100, 250, 251, 600, 1_001], registers)
          expect(sums.reduce((sum, each) => sum + each, 0)).toBeCloseTo(energyWh, 6)
          expect(Math.min(...sums)).toBeGreaterThanOrEqual(-1e-9)
        },
      ),
    )
  })
})

describe('the history of the ledger', () => {
  const opened: Database.Database[] = []
  afterEach(() => {
    for (const db of opened.splice(0)) db.close()
  })

  function ledger(sessions: number): ReadDb {
    const store = openTestStore()
    const write = new Database(join(store.folder, 'chargehand.db'))
    opened.push(write)
    fillLedger(write, { ...LEDGER_SIZE, stations: 4, readingsEach: 6, cards: 10, sessions, until: UNTIL })
    return store.read
  }

  it('agrees with the ledger in every step, for the site and for each station', async () => {
    const db = ledger(700)
    const all = [...sessionsInParts(db, { stationId: null, state: null, search: '' }, 1_000)].flat()
    const sum = (stationId?: number) =>
      all.reduce(
        (total, one) => total + (stationId === undefined || one.stationId === stationId ? (one.energyWh ?? 0) : 0),
        0,
      )
    const oldest = Math.min(...all.map(({ startedAt }) => startedAt ?? UNTIL))
    for (const step of ENERGY_STEPS) {
      const { stretches, stations, unclear } = await energyHistory(
        db,
        { step, from: oldest, to: UNTIL + DAY },
        () => {},
        undefined,
      )
      const found = stretches.reduce((total, { energyWh }) => total + energyWh, 0)
      expect(Math.abs(found - sum())).toBeLessThan(0.5)
      for (const { stationId, energyWh } of stations) expect(Math.abs(energyWh - sum(stationId))).toBeLessThan(0.5)
      expect(stations).toHaveLength(4)
      expect(stretches.every(({ at, until }, index) => at === (stretches[index - 1]?.until ?? at) && until > at)).toBe(
        true,
      )
      expect(unclear).toBe(all.filter(({ energyWh }) => energyWh === null).length)
    }
    const one = await energyHistory(
      db,
      { step: 'month', from: oldest, to: UNTIL + DAY, stationId: 2 },
      () => {},
      undefined,
    )
    expect(one.stations).toEqual([{ stationId: 2, energyWh: expect.closeTo(sum(2), 3) }])
  })

  it('says of a time long ago what it says of it among all, also of sessions that went on for months', async () => {
    const db = ledger(500)
    opened.at(-1)?.exec(
      `UPDATE session SET meter_start_at = meter_start_at - ${70 * DAY}, started_at = started_at - ${70 * DAY}
           WHERE id % 20 = 0`,
    )
    const from = UNTIL - 365 * DAY
    const whole = await energyHistory(db, { step: 'month', from, to: UNTIL }, () => {}, undefined)
    expect(whole.stretches.filter(({ energyWh }) => energyWh > 0).length).toBeGreaterThan(2)
    for (const { at, until, energyWh } of whole.stretches) {
      const alone = await energyHistory(db, { step: 'day', from: at, to: until }, () => {}, undefined)
      expect(alone.stretches.reduce((sum, day) => sum + day.energyWh, 0)).toBeCloseTo(energyWh, 3)
    }
  })

  it('lets others have turns also while few sessions lie in many stretches', async () => {
    const db = ledger(190)
    const oldest = Math.min(
      ...[...sessionsInParts(db, { stationId: null, state: null, search: '' }, 1_000)]
        .flat()
        .map(({ startedAt }) => startedAt ?? UNTIL),
    )
    let turns = 0
    const turn = () => {
      turns += 1
      ticking = setImmediate(turn)
    }
    let ticking = setImmediate(turn)
    await energyHistory(db, { step: 'quarter-hour', from: oldest, to: UNTIL + DAY }, () => {}, undefined)
    clearImmediate(ticking)
    expect(turns).toBeGreaterThan(0)
  })

  it('looks at many sessions in parts, and stops between two of them when nobody waits any more', async () => {
    const db = ledger(1_500)
    let turns = 0
    const turn = () => {
      turns += 1
      ticking = setImmediate(turn)
    }
    let ticking = setImmediate(turn)
    const request = { step: 'month', from: UNTIL - 6 * 365 * DAY, to: UNTIL + DAY } as const
    const sumOf = async (signal?: AbortSignal) => {
      const { stations } = await energyHistory(db, request, () => {}, signal)
      return stations.reduce((sum, { energyWh }) => sum + energyWh, 0)
    }
    const running = await sumOf(AbortSignal.abort())
    expect(turns).toBe(0)
    const whole = await sumOf()
    clearImmediate(ticking)
    expect(turns).toBeGreaterThan(5)
    // What runs is few and was looked at first.
    expect(running).toBeLessThan(whole / 100)
    const asked = 'FROM session INDEXED BY session_meter_last'
    const place = "WHERE state = 'ended' AND (meter_last_at, id) > (1, 2) AND meter_last_at < 9"
    const order = `${place} ORDER BY meter_last_at, id LIMIT 5`
    const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN SELECT id ${asked} ${order}`).all())
    expect(plan).toContain('SEARCH session USING')
    expect(plan).not.toContain('B-TREE')
  })
})
