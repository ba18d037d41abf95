import type { Mend } from '../mend'

const MESSAGE = 'NotifyPeriodicEventStream'

/** Whole times with their zone; anything else is NaN. */
function timeOf(value: unknown): number {
  const isWhole = typeof value === 'string' && /^\d{4}-\d\d-\d\d[Tt].*(?:[Zz]|[+-]\d\d:\d\d)$/.test(value)
  return isWhole ? Date.parse(value) : Number.NaN
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * A stream of values whose elements hold whole times, as the example of 2.1 itself has them (part 4 §4.2.4), where its
 * schema wants seconds from one beginning. The beginning is the earliest of them unless the message names another.
 */
export const streamTimes: Mend = {
  quirk: 'stream-times',
  mend({ action, root }) {
    if (action !== MESSAGE) return false
    const message = root as { basetime?: unknown; data?: unknown }
    const elements: readonly unknown[] = Array.isArray(message.data) ? message.data : []
    const timed = elements.filter(isObject).filter(({ t }) => !Number.isNaN(timeOf(t)))
    if (timed.length === 0) return false
    const named = timeOf(message.basetime)
    const base = Number.isNaN(named) ? Math.min(...timed.map(({ t }) => timeOf(t))) : named
    message.basetime = new Date(base).toISOString()
    for (const element of timed) element.t = (timeOf(element.t) - base) / 1_000
    return true
  },
}
