import { useCallback, useState } from 'react'

const KEY = 'chargehand.operator'

/** Who signed in here last, by number: the one who is asked for first. Nothing that proves anything is kept. */
export function useLastOperator(): [number | null, (operatorId: number) => void] {
  const [last] = useState(() => {
    try {
      return Number(localStorage.getItem(KEY)) || null
    } catch {
      return null
    }
  })
  const remember = useCallback((operatorId: number) => {
    try {
      localStorage.setItem(KEY, String(operatorId))
    } catch {
      // Storage may be full or denied; then the first name of the list is offered again.
    }
  }, [])
  return [last, remember]
}
