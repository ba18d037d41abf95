import { useCallback } from 'react'
import { useHref, useLocation } from 'react-router'

/**
 * Tells whether the window is still at the address of what is on screen. It has a new address at once, and the screen
 * draws it a moment later: whoever went elsewhere in between must not be called back by what they left.
 */
export function useIsAtDrawn(): () => boolean {
  const drawn = useHref(useLocation())
  return useCallback(() => placeOf(drawn) === placeOf(window.location.href), [drawn])
}

/** An address within the console; people may leave out its first slash. */
function placeOf(href: string): string {
  return new URL(href, window.location.href).hash.replace(/^#\/?/, '')
}
