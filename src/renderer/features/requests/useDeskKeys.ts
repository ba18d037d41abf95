import { useEffect, useRef } from 'react'
import { type DeskIntent, deskIntent, takesLetters } from './deskKeys'

/** Calls `act` for every key of the desk, as long as the desk is on screen. */
export function useDeskKeys(act: (intent: DeskIntent) => void) {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const { key, ctrlKey, metaKey, altKey, repeat, target } = event
      const intent = deskIntent({ key, ctrlKey, metaKey, altKey, repeat, typing: takesLetters(target) })
      if (intent === null) return
      // Otherwise the letter would be typed into the field that gets the focus.
      event.preventDefault()
      latest.current(intent)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
