import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
/** Where a window stands, in device-independent pixels. */
export type Bounds = z.infer<typeof Bounds>

const WindowState = z.object({ bounds: Bounds, maximised: z.boolean() })
/** How the window stood when it was last seen. */
export type WindowState = z.infer<typeof WindowState>

/** So much of a window has to be on a screen that it can be taken hold of, in pixels. */
const VISIBLE = 100

/**
 * What was kept in a file; null when there is none, it can not be read, or no screen shows that place any more (a
 * laptop that was taken from its second screen).
 */
export function readWindowState(file: string, screens: readonly Bounds[]): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
    return screens.some((screen) => overlap(screen, state.bounds)) ? state : null
  } catch {
    return null
  }
}

/** Keeps it; a disk that can not take it is no reason to bother anybody. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // The next window opens in the middle of the screen.
  }
}

function overlap(screen: Bounds, window: Bounds): boolean {
  const wide = Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x)
  // A window is moved by its upper edge.
  const top = window.y >= screen.y - 1 && window.y <= screen.y + screen.height - VISIBLE
  return wide >= VISIBLE && top
}
