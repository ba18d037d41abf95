import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environment } from '../support/environment'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

const python = environment.python ?? ''
if (python === '') {
  console.warn('SKIPPED: no Python with paho-mqtt, pyOpenSSL and requests, so no client of another make has enrolled.')
}
const SCRIPT = path.join(import.meta.dirname, '../support/enrolDevice.py')

describe.skipIf(python === '')('a device written in Python', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openTestSite({ tls: true })
  })
  afterAll(() => site.close())

  test('enrols with paho-mqtt, pyOpenSSL and requests, hears a push, publishes, and leaves', async () => {
    await site.client.stations.register({ identity: 'CP_1' })
    const made = await site.client.devices.makeToken({
      name: 'Python',
      signing: 'at-once',
      usesMax: 1,
      endsAt: null,
      policy: { clientIds: [], read: [], write: [] },
    })
    if (made.kind !== 'made') throw new Error(made.kind)
    const published: string[] = []
    const stop = site.site.deviceSite
      .broker()
      ?.watch('app/clients/+/outbox', ({ topic, payload }) => published.push(`${topic} ${payload}`))
    const origin = site.tlsUrl.replace('wss:', 'https:')
    const settings = { origin, token: made.token, clientId: 'python-1', station: 'CP_1' }
    const child = spawn(python, [SCRIPT, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'pipe'] })
    const complaints: string[] = []
    child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
    const gone = once(child, 'exit')
    const told: Record<string, unknown>[] = []
    let charger: RawCharger | null = null
    for await (const line of createInterface({ input: child.stdout })) {
      const fact = JSON.parse(line)
      told.push(fact)
      // Subscribed: now something happens that it is told of.
      if (fact.what === 'push') {
        charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp1.6')
        await charger.ask('BootNotification', bootOf('ocpp1.6'))
      }
    }
    const [code] = await gone
    charger?.close()
    stop?.()
    expect(complaints.join('')).toBe('')
    expect(code).toBe(0)
    const own = 'app/clients/python-1'
    expect(told).toMatchObject([
      { what: 'route', apiServer: origin },
      { what: 'registered', status: 200 },
      { what: 'certified', status: 200, cn: 'python-1', subscriptions: [`${own}/push`, `${own}/inbox`] },
      { what: 'verified' },
      { what: 'connected', code: 0 },
      { what: 'push', status: 200 },
      { what: 'heard', topic: `${own}/push`, payload: expect.stringContaining('CP_1') },
      { what: 'unregistered', status: 200 },
    ])
    expect(published).toEqual([`${own}/outbox {"power": 1200}`])
    expect(site.site.deviceSite.devices.list()).toMatchObject([{ clientId: 'python-1', state: 'gone' }])
  })
})
