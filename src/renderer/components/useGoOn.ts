import { useCallback } from 'react'
import { type NavigateOptions, useNavigate } from 'react-router'
import { useIsAtDrawn } from './useIsAtDrawn'

/** Leads to another address what an answer or an effect leads there, unless somebody has gone elsewhere meanwhile. */
export function useGoOn(): (to: string, options?: NavigateOptions) => void {
  const navigate = useNavigate()
  const isAtDrawn = useIsAtDrawn()
  return useCallback(
    (to, options) => {
      if (isAtDrawn()) void navigate(to, options)
    },
    [navigate, isAtDrawn],
  )
}
