import { useCallback, useEffect, useRef } from 'react'
import { type NavigateOptions, useNavigate } from 'react-router'
import { useIsAtDrawn } from './useIsAtDrawn'

/**
 * Leads to another address what an answer or an effect leads there, unless somebody has gone elsewhere meanwhile, be it
 * away and back to a new one of what asked for it.
 */
export function useGoOn(): (to: string, options?: NavigateOptions) => void {
  const navigate = useNavigate()
  const isAtDrawn = useIsAtDrawn()
  const isThere = useRef(false)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  return useCallback(
    (to, options) => {
      if (isThere.current && isAtDrawn()) void navigate(to, options)
    },
    [navigate, isAtDrawn],
  )
}
