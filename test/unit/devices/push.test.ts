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
    stations: { viewAll: () => [now] },
    sessions: { view: () => undefined, running: () => [] },
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
  now = {
    ...now,
    connectors: [{ evseId: 1, connectorId: 1, status: 'charging', errorCode: null, changedAt: 0, heardAt: 0 }],
  }
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

test('each EVSE has its own energy in Home Assistant, where what falls is taken for a meter that began anew', () => {
  const changes = createChanges()
  const topics = new Map<string, string>()
  const connector = (evseId: number) => ({
    evseId,
    connectorId: 1,
    status: 'charging' as const,
    errorCode: null,
    changedAt: 0,
    heardAt: 0,
  })
  let stations = [blankStation(1, 'CP', { connectors: [connector(1)] })]
  const push = createPush({
    store: openTestStore(),
    clock: () => 0,
    changes,
    stations: { viewAll: () => stations },
    sessions: { view: () => undefined, running: () => [] },
    devices: { list: () => [] },
    subscriptions: { clientsFor: () => [], any: () => false, onChanged: () => () => {} },
    publish: async ({ topic, payload }) => void topics.set(topic, payload),
    retained: () => ['homeassistant/sensor/chargehand_gone/power/config', 'site/state/gone', 'news/of/somebody'],
    homeAssistant: true,
    onFailure: (error) => {
      throw error
    },
  })
  const energies = () =>
    [...topics].flatMap(([topic, payload]) => {
      const evse = topic.match(/\/session_energy_(\d)\/config$/)?.[1]
      return evse === undefined || payload === '' ? [] : [[evse, JSON.parse(payload)] as const]
    })
  const template = (evseId: number) => expect.stringContaining(`selectattr("evseId", "eq", ${evseId})`)
  expect(energies()).toMatchObject([['1', { name: 'Session energy', value_template: template(1) }]])
  // What an earlier run told of a charger that is gone is taken back, and nothing of others.
  expect(topics.get('homeassistant/sensor/chargehand_gone/power/config')).toBe('')
  expect(topics.get('site/state/gone')).toBe('')
  expect(topics.has('news/of/somebody')).toBe(false)

  stations = [blankStation(1, 'CP', { connectors: [connector(0), connector(1), connector(2)] })]
  changes.emit('station', 1)
  vi.advanceTimersByTime(10_000)
  expect(energies()).toMatchObject([
    ['1', { name: 'Session energy 1', state_class: 'total_increasing', value_template: template(1) }],
    ['2', { name: 'Session energy 2', state_class: 'total_increasing', value_template: template(2) }],
  ])

  stations = [blankStation(1, 'CP', { connectors: [connector(2)] })]
  changes.emit('station', 1)
  vi.advanceTimersByTime(10_000)
  expect(energies()).toMatchObject([['2', { name: 'Session energy' }]])
  stations = []
  changes.emit('station', 1)
  vi.advanceTimersByTime(10_000)
  expect([...topics].filter(([topic, payload]) => topic.startsWith('homeassistant/') && payload !== '')).toEqual([])
  push.close()
})
