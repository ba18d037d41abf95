import { useCallback, useState } from 'react'

/** A choice kept in localStorage under `key`. Where there is no storage, it lasts as long as the page. */
export function useRemembered<Choice extends string>(
  key: string,
  initial: Choice,
  choices: readonly Choice[],
): [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState<Choice>(() => {
    try {
      const kept = localStorage.getItem(key)
      return choices.find((known) => known === kept) ?? initial
    } catch {
      return initial
    }
  })
  const choose = useCallback(
    (next: Choice) => {
      setChoice(next)
      try {
        localStorage.setItem(key, next)
      } catch {
        // Storage may be full or denied; the choice still holds for this page.
      }
    },
    [key],
  )
  return [choice, choose]
}
