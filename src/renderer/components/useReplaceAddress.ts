import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useIsAtDrawn } from './useIsAtDrawn'

/** Gives what is on screen another address, unless somebody has gone elsewhere in the meantime. */
export function useReplaceAddress(): (to: string) => void {
  const navigate = useNavigate()
  const isAtDrawn = useIsAtDrawn()
  return useCallback(
    (to) => {
      if (isAtDrawn()) void navigate(to, { replace: true })
    },
    [navigate, isAtDrawn],
  )
}
