import { useEffect } from 'react'
import { useClient } from '../../link'

/** The server is told at most this often that somebody is there, in milliseconds; stillness counts in minutes. */
const TOLD_EVERY_MS = 20_000

const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const

/** Tells the server that somebody types or points, so that the console does not lock itself under their hands. */
export function useActivity(isWanted: boolean) {
  const client = useClient()
  useEffect(() => {
    if (!isWanted) return
    let toldAt = Number.NEGATIVE_INFINITY
    const onSign = () => {
      if (performance.now() - toldAt < TOLD_EVERY_MS) return
      toldAt = performance.now()
      // A lost link is told by the strip, and a lock by the screen for signing in.
      client.seat.seen().catch(() => {})
    }
    for (const sign of SIGNS) window.addEventListener(sign, onSign, { capture: true, passive: true })
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, onSign, { capture: true })
    }
  }, [isWanted, client])
}
