import { useCallback, useSyncExternalStore } from 'react'

/** How often relative times are brought up to date, in milliseconds. */
const TICK_MS = 5_000

let current = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const listen = (onChange: () => void) => {
  if (timer === undefined) {
    current = Date.now()
    timer = setInterval(() => {
      current = Date.now()
      for (const listener of [...listeners]) listener()
    }, TICK_MS)
  }
  listeners.add(onChange)
  return () => {
    listeners.delete(onChange)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const read = () => current

/** The present moment for relative times; one clock for the whole screen, so that all of them turn together. */
export const useNow = (): number => useSyncExternalStore(listen, read)

/**
 * The present moment by the same clock, for what turns seldom: draws anew only when `step` gives something else, which
 * for a time in words is once a minute or an hour. There may be a thousand of them, so `step` is cheap; it is kept by
 * `useCallback` or stands outside of the component.
 */
export function useNowBy(step: (now: number) => number | string): number {
  useSyncExternalStore(
    listen,
    useCallback(() => step(current), [step]),
  )
  return current
}
