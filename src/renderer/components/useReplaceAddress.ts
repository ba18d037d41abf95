import { useCallback } from 'react'
import { useHref, useLocation, useNavigate } from 'react-router'

/**
 * Gives what is on screen another address, unless somebody has gone elsewhere in the meantime: the window has its new
 * address at once, the screen draws it a moment later, and whoever pressed a key must not be called back.
 */
export function useReplaceAddress(): (to: string) => void {
  const navigate = useNavigate()
  const drawn = useHref(useLocation())
  return useCallback(
    (to) => {
      if (new URL(drawn, window.location.href).href === window.location.href) void navigate(to, { replace: true })
    },
    [navigate, drawn],
  )
}
