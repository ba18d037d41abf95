import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { DesktopSwitches } from '../../desktopSwitches'

/** The parts of Electron behind the switches. */
export interface DesktopSystem {
  /** Keeps the computer from sleeping until the function that is given back is called. */
  keepAwake(): () => void
  /** Starts the program at the log-in of this account; null where the system is not told by programs (Linux). */
  readonly login: { isOn(): boolean; set(on: boolean): void } | null
}

/** The switches, and the end of what they hold. */
export type KeptSwitches = DesktopSwitches & { close(): void }

const Kept = z.object({ keepAwake: z.boolean() })

/**
 * The switches as they were kept in a file; without one the computer is kept awake. The start at log-in is kept by the
 * system itself, where people switch it off, too.
 */
export function openKeptSwitches(file: string, system: DesktopSystem): KeptSwitches {
  let release: (() => void) | null = null
  const apply = (on: boolean) => {
    release?.()
    release = on ? system.keepAwake() : null
  }
  apply(readKept(file))
  return {
    state: () => ({ keepAwake: release !== null, startAtLogin: system.login?.isOn() ?? null }),
    setKeepAwake(on) {
      apply(on)
      writeFileSync(file, JSON.stringify({ keepAwake: on }))
    },
    setStartAtLogin: (on) => system.login?.set(on),
    close: () => apply(false),
  }
}

function readKept(file: string): boolean {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8'))).keepAwake
  } catch {
    return true
  }
}
