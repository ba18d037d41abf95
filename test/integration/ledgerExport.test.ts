import { join } from 'node:path'
import { createRouter } from '@main/service'
import type { ServiceContext } from '@main/service/context'
import { ROWS_A_PART, tableParts } from '@main/sessions/export/tableParts'
import type { SiteRouter } from '@main/siteRouter'
import { implement } from '@orpc/server'
import { contract } from '@shared/contract'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fillLedger, LEDGER_SIZE } from '../bench/ledger/fillLedger'
import { eventually } from '../support/eventually'
import { createProbe } from '../support/probeRouter'
import { openTestSite, type TestSite } from '../support/testSite'
import { type OpenTransport, type SiteClient, TRANSPORTS } from '../support/transports'

const SESSIONS = 1_234
const UNTIL = Date.UTC(2026, 0, 1)

async function textOf(parts: AsyncIterable<{ text: string; rows: number }>) {
  let text = ''
  let rows = 0
  let largest = 0
  for await (const part of parts) {
    text += part.text
    rows = part.rows
    largest = Math.max(largest, part.text.length)
  }
  return { lines: text.split('\r\n').slice(0, -1), rows, largest }
}

describe.each(TRANSPORTS)('the ledger as a table %s', (_name, open) => {
  let site: TestSite
  let transport: OpenTransport
  let client: SiteClient

  beforeEach(async () => {
    site = await openTestSite()
    const db = new Database(join(site.folder, 'chargehand.db'))
    fillLedger(db, { ...LEDGER_SIZE, readingsEach: 150, cards: 30, sessions: SESSIONS, until: UNTIL })
    db.close()
    transport = await open(createRouter(site.site))
    client = await transport.connect()
  })
  afterEach(async () => {
    await transport.close()
    await site.close()
  })

  it('is whole, in parts, for a filter too, and takes as many numbers as words', async () => {
    const whole = await textOf(await client.sessions.export({}))
    expect(whole.rows).toBe(SESSIONS)
    expect(whole.lines).toHaveLength(SESSIONS + 1)
    expect(whole.largest).toBeLessThan(400 * ROWS_A_PART)
    const ids = whole.lines.slice(1).map((line) => Number(line.split(',', 1)[0]))
    expect(new Set(ids).size).toBe(SESSIONS)

    const filter = { stationId: 3, state: 'ended', from: UNTIL - 6e10, to: UNTIL, search: '04' } as const
    const { total } = await client.sessions.find({ ...filter, limit: 1 })
    const some = await textOf(
      await client.sessions.export({ ...filter, separator: 'semicolon', decimal: 'comma', bom: true }),
    )
    expect(total).toBeGreaterThan(5)
    expect(some.rows).toBe(total)
    expect(some.lines[0]).toMatch(/^\u{feff}session;station;/u)
    expect(some.lines[1]).toMatch(/;CP_03;/)
    expect(await textOf(await client.sessions.export({ search: 'nobody' }))).toMatchObject({ rows: 0 })
  })

  it('says what was delivered over time, to the watt-hour as the ledger says it', async () => {
    const { lines } = await textOf(await client.sessions.export({}))
    const place = lines[0]?.split(',').indexOf('energy_wh') ?? -1
    const ledger = lines.slice(1).reduce((sum, line) => sum + Number(line.split(',')[place]), 0)
    expect(ledger).toBeGreaterThan(10_000)
    const span = { step: 'month', from: UNTIL - 6 * 366 * 86_400_000, to: UNTIL + 86_400_000 } as const
    const site = await client.sessions.energyHistory(span)
    expect(site.stretches.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBeCloseTo(ledger, 3)
    expect(site.stations.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBeCloseTo(ledger, 3)
    const [busiest] = site.stations
    if (!busiest) throw new Error('no station delivered anything')
    const one = await client.sessions.energyHistory({ ...span, stationId: busiest.stationId })
    expect(one.stations).toEqual([{ stationId: busiest.stationId, energyWh: expect.closeTo(busiest.energyWh, 6) }])
    for (const wrong of [{ to: span.from }, { step: 'day' as const }]) {
      const asked = client.sessions.energyHistory({ ...span, ...wrong })
      await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
  })

  it('has the readings of one session in another', async () => {
    const { lines, rows } = await textOf(await client.sessions.exportReadings({ sessionId: 5 }))
    expect(rows).toBe(150)
    expect(lines[0]).toBe('time,energy_kwh,energy_wh,power_w')
    const unknown = client.sessions.exportReadings({ sessionId: 99_999 }).then((parts) => textOf(parts))
    await expect(unknown).rejects.toMatchObject({ code: 'UNKNOWN_SESSION' })
  })
})

/** A router whose table never ends, and what became of it on the server. */
function endlessTable() {
  const state = { open: 0, parts: 0 }
  function* sessions(): Generator<{ id: number }[]> {
    state.open += 1
    try {
      for (let id = 1; ; id += 1) {
        state.parts += 1
        yield Array<{ id: number }>(ROWS_A_PART).fill({ id })
      }
    } finally {
      state.open -= 1
    }
  }
  const table = { header: ['id'], cells: ({ id }: { id: number }) => [`${id}`.padStart(1_000, '.')] }
  const os = implement(contract).$context<ServiceContext>()
  const probe = createProbe().router
  const router: SiteRouter = {
    ...probe,
    sessions: {
      ...probe.sessions,
      export: os.sessions.export.handler(({ input, signal }) => tableParts(table, sessions(), input, signal)),
    },
  }
  return { router, state }
}

describe.each(TRANSPORTS)('a long table %s', (name, open) => {
  let table: ReturnType<typeof endlessTable>
  let transport: OpenTransport
  let client: SiteClient
  beforeEach(async () => {
    table = endlessTable()
    transport = await open(table.router)
    client = await transport.connect()
  })
  afterEach(async () => {
    await transport.close()
    await eventually(() => expect(table.state.open).toBe(0))
  })

  it('ends on the server when its reader breaks off', async () => {
    let rows = 0
    for await (const part of await client.sessions.export({})) {
      rows = part.rows
      if (rows >= 5 * ROWS_A_PART) break
    }
    await eventually(() => expect(table.state.open).toBe(0))
    // The way itself is as good as before.
    await expect(client.cards.find({ limit: 1 })).resolves.toMatchObject({ entries: [] })
  })

  it('ends on the server when it is cancelled, and leaves others their turns meanwhile', async () => {
    const cancel = new AbortController()
    const parts = await client.sessions.export({}, { signal: cancel.signal })
    const reading = (async () => {
      for await (const { rows } of parts) if (rows >= 3 * ROWS_A_PART) return 'enough'
      return 'ended'
    })()
    await expect(client.cards.find({ limit: 1 })).resolves.toMatchObject({ entries: [] })
    expect(await reading).toBe('enough')
    cancel.abort()
    await eventually(() => expect(table.state.open).toBe(0))
  })

  // A message port has no buffers that could be full.
  const buffered = name === 'over a message port' ? [] : ['reader']
  it.each(buffered)('is not made faster than a slow %s takes it', async () => {
    const { clog } = transport
    if (clog === null) throw new Error('this way has buffers and can not be clogged')
    const parts = await client.sessions.export({})
    await parts.next()
    clog.stop()
    let before = -1
    // Until the buffers of the operating system are full; in process nothing is made that is not asked for.
    await vi.waitFor(
      () => {
        const now = table.state.parts
        const stands = now === before
        before = now
        expect(stands).toBe(true)
      },
      { timeout: 20_000, interval: 300 },
    )
    clog.resume()
    expect(await parts.next()).toMatchObject({ value: { rows: 2 * ROWS_A_PART } })
    await parts.return?.(undefined)
  })
})
