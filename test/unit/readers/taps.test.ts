import { createChanges } from '@main/changes'
import { createNumberForms } from '@main/readers/numberForms'
import type { FromReader } from '@main/readers/process/messages'
import { createReaders } from '@main/readers/readers'
import { TAPS_KEPT } from '@main/readers/taps'
import { createStations } from '@main/stations/stations'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestStore } from '../../support/testStore'

describe('cards laid on readers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('are kept for a while, and those that are no longer kept go from the screens', () => {
    const store = openTestStore()
    const changes = createChanges()
    const clock = () => 1
    const forms = createNumberForms({ store, clock, changes, stations: createStations({ store, clock, changes }) })
    let say: (message: FromReader) => void = () => {}
    const readers = createReaders({
      store,
      clock,
      changes,
      forms,
      log: pino({ level: 'silent' }),
      launch: () => ({
        onMessage(listener) {
          say = listener
        },
        onExit() {},
        kill() {},
      }),
    })
    const onScreen = new Set<number>()
    const stop = changes.on('tap', (id) => {
      if (readers.tap(id)) onScreen.add(id)
      else onScreen.delete(id)
    })
    vi.advanceTimersByTime(10_000)
    for (let card = 0; card < TAPS_KEPT * 3; card++) say({ kind: 'card', reader: 'A', uid: 'DEADBEEF' })
    expect(readers.taps()).toHaveLength(TAPS_KEPT)
    expect([...onScreen]).toEqual(readers.taps().map(({ id }) => id))
    stop()
    readers.close()
  })
})
