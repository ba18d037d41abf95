import type { Changes } from '../changes'
import type { Clock } from '../clock'

/** Power now, and energy and sessions since midnight of this computer's time zone. */
export interface Figures {
  readonly powerW: number
  readonly energyWh: number
  readonly sessions: number
}

/** The figures of today, worked out again when sessions or stations change and when the day does. */
export interface TodayFigures {
  now(): Figures
  /** Ends its timers. */
  close(): void
}

export interface TodayFiguresDeps {
  readonly changes: Changes
  readonly clock: Clock
  /** The sums over everything since `midnight`, milliseconds since 1970: the work that is saved here. */
  readonly figuresSince: (midnight: number) => Figures
}

/** Least time between two times of working them out, in milliseconds. */
export const FIGURES_INTERVAL_MS = 1_000

/**
 * A change counts at once, further ones within the interval together at its end: the sums run over all of today's
 * sessions, and meter values come many a second. Emits `site` whenever the figures may have changed.
 */
export function createTodayFigures({ changes, clock, figuresSince }: TodayFiguresDeps): TodayFigures {
  let figures: Figures | null = null
  let stale = false
  let resting: NodeJS.Timeout | undefined
  let nextDay: NodeJS.Timeout | undefined

  const workOut = (): Figures => {
    const now = clock()
    const midnight = new Date(now).setHours(0, 0, 0, 0)
    const tomorrow = new Date(midnight).setDate(new Date(midnight).getDate() + 1)
    clearTimeout(nextDay)
    nextDay = setTimeout(refresh, tomorrow - now)
    stale = false
    return figuresSince(midnight)
  }
  const refresh = () => {
    figures = workOut()
    resting ??= setTimeout(() => {
      resting = undefined
      if (stale) refresh()
    }, FIGURES_INTERVAL_MS)
    changes.emit('site', 0)
  }
  const changed = () => {
    stale = true
    if (!resting) refresh()
  }
  // An EVSE that says it is free takes the power of a session that was forgotten out of the sum.
  const stops = [changes.on('session', changed), changes.on('station', changed)]

  return {
    now() {
      figures ??= workOut()
      return figures
    },
    close() {
      for (const stop of stops) stop()
      clearTimeout(resting)
      clearTimeout(nextDay)
    },
  }
}
