import { useEffect, useRef } from 'react'
import { type Burst, press, silence, WEDGE_LIMITS } from './recogniser'
import { isField, strokeOf } from './strokeOf'

/**
 * Calls `onScan` with every number that a keyboard reader types while nobody types in a field. Keys in fields pass
 * untouched.
 */
export function useKeyboardReader(onScan: (text: string) => void) {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    let burst: Burst | null = null
    let timer: number | undefined
    const down = (event: KeyboardEvent) => {
      window.clearTimeout(timer)
      if (isField(event.target)) {
        burst = null
        return
      }
      const stroke = strokeOf(event)
      if (stroke === null) return
      const recognised = press(burst, stroke)
      burst = recognised.burst
      if (recognised.swallow) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      if (recognised.scanned !== null) return latest.current(recognised.scanned)
      if (burst === null) return
      timer = window.setTimeout(() => {
        const scanned = silence(burst, performance.now())
        burst = null
        if (scanned !== null) latest.current(scanned)
      }, WEDGE_LIMITS.silenceMs + 1)
    }
    window.addEventListener('keydown', down, { capture: true })
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('keydown', down, { capture: true })
    }
  }, [])
}
