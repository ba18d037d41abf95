import { useCallback } from 'react'
import { createPath, useLocation } from 'react-router'

/**
 * Tells whether the window is still at the address of what is on screen. It has a new address at once, and the screen
 * draws it a moment later: whoever went elsewhere in between must not be called back by what they left.
 */
export function useIsAtDrawn(): () => boolean {
  const drawn = createPath(useLocation())
  return useCallback(() => isWindowAt(drawn), [drawn])
}

/** Whether the window is at an address of the console, `/cards?search=ada`. People may leave out its first slash. */
export function isWindowAt(address: string): boolean {
  const { href } = window.location
  return placeIn(new URL(`#${address}`, href).hash) === placeIn(new URL(href).hash)
}

const placeIn = (hash: string) => hash.replace(/^#\/?/, '')
