import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type Burst, press, silence, WEDGE_LIMITS } from './recogniser'
import { strokeOf } from './strokeOf'

/**
 * Tells what a keyboard reader types into a field from what a person types there: call the result with every key of the
 * field. What is typed stays in the field; only the Enter or Tab at the end of a number, when that fills the field alone
 * and came faster than a person types, is taken for the reader's own.
 * @param typed what stands in the field
 * @returns whether the key was the end of a number that `onScan` was called with
 */
export function useReaderInField(typed: string, onScan: (text: string) => void): (event: KeyboardEvent) => boolean {
  const burst = useRef<Burst | null>(null)
  const timer = useRef<number>(undefined)
  const latest = useRef({ typed, onScan })
  useEffect(() => {
    latest.current = { typed, onScan }
  })
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (event) => {
    const stroke = strokeOf(event.nativeEvent)
    if (stroke === null) return false
    window.clearTimeout(timer.current)
    const before = burst.current
    const recognised = press(before, stroke)
    burst.current = recognised.burst
    // What was typed before by hand belongs to the number too: then it is not the reader's alone.
    const isAlone = (text: string) => text.length === latest.current.typed.trim().length
    if (recognised.scanned !== null && before?.certain === true && isAlone(recognised.scanned)) {
      event.preventDefault()
      onScan(recognised.scanned)
      return true
    }
    // Some readers type nothing at the end.
    timer.current = window.setTimeout(() => {
      const complete = silence(burst.current, performance.now())
      burst.current = null
      if (complete !== null && isAlone(complete)) latest.current.onScan(complete)
    }, WEDGE_LIMITS.silenceMs + 1)
    return false
  }
}
