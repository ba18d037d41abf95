import { createChanges } from '@main/changes'
import { createTodayFigures, FIGURES_INTERVAL_MS } from '@main/sessions/todayFigures'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const NOON = new Date(2026, 4, 17, 12).getTime()
const MIDNIGHT = new Date(2026, 4, 17).getTime()

function open() {
  const changes = createChanges()
  const asked: number[] = []
  let told = 0
  changes.on('site', () => {
    told += 1
  })
  const figures = createTodayFigures({
    changes,
    clock: Date.now,
    figuresSince: (midnight) => {
      asked.push(midnight)
      return { powerW: asked.length, energyWh: 0, sessions: 0 }
    },
  })
  return { changes, figures, asked, told: () => told }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the figures of today', () => {
  it('are worked out once however often they are read', () => {
    const { figures, asked } = open()
    expect([figures.now().powerW, figures.now().powerW]).toEqual([1, 1])
    expect(asked).toEqual([MIDNIGHT])
    figures.close()
  })

  it('follow the first change at once, and many changes together at the end of the interval', () => {
    const { changes, figures, asked, told } = open()
    for (let n = 0; n < 50; n += 1) changes.emit('session', 1)
    expect([asked.length, told()]).toEqual([1, 1])
    vi.advanceTimersByTime(FIGURES_INTERVAL_MS)
    expect([asked.length, told(), figures.now().powerW]).toEqual([2, 2, 2])
    vi.advanceTimersByTime(10 * FIGURES_INTERVAL_MS)
    expect(asked).toHaveLength(2)
    figures.close()
  })

  it('begin again with the day, without any change', () => {
    const { figures, asked, told } = open()
    figures.now()
    vi.advanceTimersByTime(12 * 3_600_000)
    expect(asked).toEqual([MIDNIGHT, new Date(2026, 4, 18).getTime()])
    expect(told()).toBe(1)
    figures.close()
  })

  it('leave no timer behind', () => {
    const { changes, figures } = open()
    changes.emit('session', 1)
    figures.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})
