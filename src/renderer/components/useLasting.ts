import { useEffect, useState } from 'react'

/** An answer that takes longer than this, in milliseconds, is announced; drawing the wait for a shorter one only delays it. */
export const SLOW_MS = 200

/** Whether something has been so for `ms` milliseconds without a break: what is over sooner is not worth a picture. */
export function useLasting(isSo: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setLasts(true), ms)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isSo, ms])
  return isSo && lasts
}
