import { createChanges } from '@main/changes'
import { createPush } from '@main/devices/push/push'
import type { Subscriptions } from '@main/devices/subscriptions'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blankStation } from '../../support/blankStation'
import { openTestStore } from '../../support/testStore'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a state that changed a moment ago is told once to who just asked for it, and to those who waited', () => {
  const changes = createChanges()
  const sent: { readonly topic: string; readonly connectors: number }[] = []
  const clients = ['early']
  let subscribed: Parameters<Subscriptions['onChanged']>[0] = () => {}
  let now = blankStation(1, 'CP')
  const push = createPush({
    store: openTestStore(),
    clock: () => 0,
    changes,
    stations: { view: () => now, viewAll: () => [now] },
    sessions: { view: () => undefined, running: () => [], catchUp: () => {} },
    devices: { list: () => [] },
    subscriptions: {
      clientsFor: (kind, target) => (kind === 'event' && target === 'CP' ? clients : []),
      any: () => true,
      onChanged(listener) {
        subscribed = listener
        return () => {}
      },
    },
    publish: async ({ topic, payload }) =>
      void sent.push({ topic, connectors: JSON.parse(payload).report.connectors.length }),
    retained: () => [],
    homeAssistant: false,
    onFailure: (error) => {
      throw error
    },
  })
  now = { ...now, connectors: [{ evseId: 1, connectorId: 1, status: 'charging', errorCode: null, changedAt: 0 }] }
  changes.emit('station', now.id)
  clients.push('late')
  subscribed('late', 'event', 'CP')
  vi.advanceTimersByTime(10_000)
  expect(sent).toEqual([
    { topic: 'app/clients/early/push', connectors: 1 },
    { topic: 'app/clients/late/push', connectors: 1 },
  ])
  push.close()
})
