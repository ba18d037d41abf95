import { useEffect, useEffectEvent } from 'react'
import { type DeskIntent, takesLetters } from './deskKeys'
import { DeskPresses } from './deskPresses'

/**
 * Calls `act` for every key of the desk, as long as the desk is on screen.
 * @param openId the case that lies open: a key is for that one, and for none that comes in its place
 */
export function useDeskKeys(act: (intent: DeskIntent) => void, openId: number | null) {
  const doIt = useEffectEvent(act)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another case everything begins anew
  useEffect(() => {
    const presses = new DeskPresses({
      act: (intent) => doIt(intent),
      after: (ms, then) => {
        const timer = window.setTimeout(then, ms)
        return () => window.clearTimeout(timer)
      },
    })
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const { key, ctrlKey, metaKey, altKey, repeat, target, timeStamp } = event
      const typing = takesLetters(target)
      // Otherwise the letter would be typed into the field that gets the focus.
      if (presses.press({ key, ctrlKey, metaKey, altKey, repeat, typing }, timeStamp)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
      presses.drop()
    }
  }, [openId])
}
