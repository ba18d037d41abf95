import { type Attention, watchAttention } from '@main/hosts/attention'
import type { Station } from '@shared/contract/stations'
import { toldAsItCame } from '@shared/told'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { blankStation } from '../support/blankStation'

const station = (online: boolean, statuses: readonly Station['connectors'][number]['status'][] = []) =>
  blankStation(3, 'CP_3', {
    connection: online
      ? { state: 'online', since: 1, protocol: 'ocpp2.0.1', remoteAddress: '192.0.2.3', transport: 'ws' }
      : { state: 'offline', lastSeenAt: 1 },
    protocol: 'ocpp2.0.1',
    connectors: statuses.map((status, index) => ({
      evseId: index + 1,
      connectorId: 1,
      status,
      errorCode: null,
      changedAt: 1,
      heardAt: 1,
    })),
  })

describe('what a person who is not at the console is told of', () => {
  let told: Attention[]
  let watch: ReturnType<typeof watchAttention>

  beforeEach(() => {
    vi.useFakeTimers()
    told = []
    watch = watchAttention((attention) => told.push(attention), { goneAfterMs: 60_000 })
  })
  afterEach(() => {
    watch.close()
    vi.useRealTimers()
  })

  const see = (...entries: Station[]) => watch.stations({ type: 'changes', changed: entries, removed: [] })

  it('is what newly waits, and nothing that waited before or waits no more', () => {
    watch.waiting({ requests: 2, stations: 0, unknownCards: 1 })
    expect(told).toEqual([])
    watch.waiting({ requests: 3, stations: 1, unknownCards: 0 })
    expect(told).toEqual([
      { kind: 'request', count: 3, place: 'requests' },
      { kind: 'station', count: 1, place: 'stations' },
    ])
    watch.waiting({ requests: 1, stations: 1, unknownCards: 1 })
    expect(told.slice(2)).toEqual([{ kind: 'card', count: 1, place: 'cards' }])
  })

  it('is a fault, once for as long as it lasts, also when the station goes and comes back with it', () => {
    watch.stations({ type: 'snapshot', entries: [station(true, ['available', 'faulted'])] })
    expect(told).toEqual([])
    see(station(true, ['faulted', 'faulted']))
    expect(told).toEqual([{ kind: 'fault', station: 'CP_3', evseId: 1, place: 'stations/3' }])
    see(station(false, []))
    see(station(true, ['faulted', 'faulted']))
    expect(told).toHaveLength(1)
    see(station(true, ['available', 'faulted']))
    see(station(true, ['faulted', 'faulted']))
    expect(told).toHaveLength(2)
  })

  it('is a station that stays away, and not one that comes back, is removed or was away from the beginning', () => {
    watch.stations({ type: 'snapshot', entries: [station(false)] })
    vi.advanceTimersByTime(120_000)
    see(station(true))
    see(station(false))
    vi.advanceTimersByTime(59_000)
    see(station(true))
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
    see(station(false))
    see(station(false))
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([{ kind: 'gone', station: 'CP_3', minutes: 1, place: 'stations/3' }])
    see(station(true))
    see(station(false))
    watch.stations({ type: 'changes', changed: [], removed: [3] })
    vi.advanceTimersByTime(60_000)
    expect(told).toHaveLength(1)
  })

  it('is not what happens to a station that was turned away', () => {
    watch.stations({ type: 'snapshot', entries: [{ ...station(true), admission: 'refused' }] })
    see({ ...station(true, ['faulted']), admission: 'refused' })
    see({ ...station(false), admission: 'refused' })
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
  })

  it('is each backup that failed, but not the one that had failed before', () => {
    watch.backup({ at: 1, problem: toldAsItCame('The disk is full.') })
    watch.backup({ at: 1, problem: toldAsItCame('The disk is full.') })
    watch.backup({ at: 2, problem: null })
    expect(told).toEqual([])
    watch.backup({ at: 3, problem: toldAsItCame('The folder is gone.') })
    expect(told).toEqual([{ kind: 'backup', problem: toldAsItCame('The folder is gone.'), place: 'settings' }])
  })
  it('is a newer version of the program, once', () => {
    watch.update(null)
    watch.update('0.2.0')
    // Fetched, and so no longer one that the feed has to offer; then removed again.
    watch.update(null)
    watch.update('0.2.0')
    expect(told).toEqual([{ kind: 'update', version: '0.2.0', place: 'settings/updates' }])
    watch.update('0.2.1')
    expect(told).toHaveLength(2)
  })
})
