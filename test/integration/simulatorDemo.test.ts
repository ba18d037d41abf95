import { createDemoFleet } from '@simulator/index'
import { expect, test } from 'vitest'
import { fastEnvironment } from '../support/fastEnvironment'
import { openFriendlyServer } from '../support/rawServer'

const cards = [
  { value: 'AA12345', type: 'ISO14443' },
  { value: 'BB777', type: 'ISO14443' },
] as const

test('the fleet waits to be let in, then lives, and is gone when stopped', async () => {
  const server = await openFriendlyServer()
  let admitted = false
  server.on('BootNotification', () => ({
    status: admitted ? 'Accepted' : 'Pending',
    currentTime: new Date().toISOString(),
    interval: 1,
  }))
  server.on('Authorize', (payload) => {
    const tag = 'idTag' in payload ? String(payload.idTag) : (payload.idToken as { idToken: string }).idToken
    const known = cards.some(({ value }) => value === tag)
    if ('idTag' in payload) return { idTagInfo: { status: known ? 'Accepted' : 'Invalid' } }
    return { idTokenInfo: { status: known ? 'Accepted' : 'Unknown' } }
  })
  const fleet = createDemoFleet({ url: server.url, organisation: 'Site', cards, environment: fastEnvironment })
  const violations: unknown[] = []
  for (const charger of fleet.chargers) {
    charger.on((event) => {
      if (event.kind === 'violation') violations.push(event)
    })
  }
  fleet.start()
  try {
    await server.until('BootNotification', 4)
    expect(server.of('Authorize')).toEqual([])
    admitted = true
    await Promise.all([
      server.until('SignCertificate'),
      server.until('SecurityEventNotification'),
      server.until('StopTransaction'),
      server.until('MeterValues', 2),
      server.untilTrue(() => server.of('TransactionEvent').some(({ payload }) => payload.eventType === 'Ended')),
      server.untilTrue(() => server.of('Authorize').some(({ payload }) => payload.idTag === '04C0FFEE7712AB')),
    ])
    expect(violations).toEqual([])
  } finally {
    await fleet.stop()
  }
  expect(fleet.chargers.map(({ connected }) => connected)).toEqual([false, false, false])
  await server.close()
})
