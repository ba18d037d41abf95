import { createHealth } from '@main/monitoring/health'
import { createMetrics } from '@main/monitoring/metrics'
import { execute } from '@main/store/handles'
import { afterEach, describe, expect, it } from 'vitest'
import { ask } from '../support/ask'
import { authorizeOf, bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'
import { signIn, startTestHost } from '../support/transports'

const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close()
})

async function open(options: Parameters<typeof openTestSite>[0] = {}) {
  const test = await openTestSite(options)
  opened.push(test)
  return test
}

/** The site behind a real web host; every question is put to the disk. */
async function watched({ site }: TestSite, { metrics = false, clock = Date.now } = {}) {
  const monitoring = {
    health: createHealth({ site, clock, provedForMs: 0 }),
    metrics: metrics ? await createMetrics(site) : null,
  }
  const web = await startTestHost({ router: {} as never, monitoring })
  opened.push(web)
  return { web, health: async () => answered(await ask(web.port, '/health')) }
}

const answered = ({ status, text }: { status: number; text: string }) => ({ status, body: JSON.parse(text) as unknown })

describe('/health', () => {
  it('answers without signing in, and tells nothing of whose site it is', async () => {
    let now = 1_800_000_000_000
    const test = await open({ setUp: false })
    const { web, health } = await watched(test, { clock: () => now })
    now += 90_500
    const body = { status: 'ok', version: '0.0.0', phase: 'setup', uptimeSeconds: 90, chargersConnected: 0 }
    expect(await health()).toEqual({ status: 200, body })

    await test.client.site.setUp({ siteName: 'Harbour', organisation: 'Harbour Ltd' })
    expect(await health()).toEqual({ status: 200, body: { ...body, phase: 'running' } })
    const answer = await ask(web.port, '/health')
    expect(answer.text).not.toContain('Harbour')
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/json' })
    // As all else here, it is not for pages of other names or ports.
    expect((await ask(web.port, '/health', { headers: { host: 'evil.example' } })).status).toBe(403)
    expect((await ask(web.port, '/health', { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403)
    expect((await ask(web.port, '/health', { method: 'POST' })).status).toBe(401)
  })

  it('fails while the database can not be written, and only then', async () => {
    const test = await open()
    const { health } = await watched(test)
    expect(await health()).toMatchObject({ status: 200, body: { phase: 'running' } })
    // SQLite refuses every write of this connection, as it does on a disk that became read-only.
    const connection = await test.site.store.writer.write((db) => {
      execute(db, 'PRAGMA query_only = ON')
      return db
    })
    expect(await health()).toMatchObject({ status: 503, body: { status: 'failing', reason: 'STORE_WRITE_FAILED' } })
    execute(connection, 'PRAGMA query_only = OFF')
    expect(await health()).toMatchObject({ status: 200, body: { status: 'ok' } })
  })

  it('fails when the site is set up and no charger can connect', async () => {
    const before = await openTestSite({ tls: true })
    expect(await before.client.ports.setPlain({ open: false, confirmed: true })).toMatchObject({ kind: 'saved' })
    await before.site.close()
    // The next start does not get the port with TLS.
    const test = await open({ folder: before.folder })
    const { health } = await watched(test)
    expect(await health()).toMatchObject({ status: 503, body: { status: 'failing', reason: 'NO_CHARGER_PORT' } })
  })
})

describe('/metrics', () => {
  it('is not there unless it was asked for', async () => {
    const test = await open()
    const { web } = await watched(test)
    expect((await ask(web.port, '/metrics')).status).toBe(401)
    const cookie = await signIn(web.host)
    expect((await ask(web.port, '/metrics', { headers: { cookie } })).status).toBe(404)
  })

  it('tells figures in base units, and nothing by name', async () => {
    const test = await open({ tls: true })
    const { web } = await watched(test, { metrics: true })
    const scrape = async () => {
      const answer = await ask(web.port, '/metrics')
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
      return answer.text
    }
    const charger = await RawCharger.connect(test.url, 'CP_SECRET', 'ocpp1.6')
    await charger.call('BootNotification', bootOf('ocpp1.6'))
    expect(await scrape()).toContain('chargehand_waiting{kind="charger"} 1\n')
    await test.client.stations.admit({ stationId: test.site.stations.find('CP_SECRET')?.id ?? 0 })
    await charger.call('BootNotification', bootOf('ocpp1.6'))
    await charger.call('Authorize', authorizeOf('ocpp1.6', 'DEADBEEF'))
    await test.site.store.writer.write(() => null)

    const text = await scrape()
    const lines = text.split('\n')
    for (const line of [
      'chargehand_chargers_admitted 1',
      'chargehand_chargers_connected 1',
      'chargehand_sessions_running 0',
      'chargehand_power_watts 0',
      'chargehand_energy_today_joules 0',
      'chargehand_waiting{kind="charger"} 0',
      'chargehand_waiting{kind="unknown_card"} 1',
      'chargehand_authorizations_total{decision="unknown"} 1',
    ]) {
      expect(lines).toContain(line)
    }
    const { in: received, out: sent } = test.site.frames.counted()
    expect(received).toBeGreaterThanOrEqual(3)
    expect(lines).toContain(`chargehand_frames_total{direction="in"} ${received}`)
    expect(lines).toContain(`chargehand_frames_total{direction="out"} ${sent}`)
    for (const certificate of ['root', 'issuing', 'server']) {
      const line = lines.find((each) => each.includes(`expiry_timestamp_seconds{certificate="${certificate}"}`))
      expect(Number(line?.split(' ')[1])).toBeGreaterThan(Date.now() / 1000)
    }
    // No backup was made yet: that is not the year 1970.
    expect(text).not.toMatch(/^chargehand_backup_timestamp_seconds/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    expect(text).not.toMatch(/CP_SECRET|DEADBEEF|Test site|127\.0\.0\.1/)
    await charger.close()
  })
})
