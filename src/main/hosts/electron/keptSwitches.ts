import { readFileSync, writeFileSync } from 'node:fs'
import { LANGUAGES, type Language, preferredLanguage } from '@shared/words/languages'
import { z } from 'zod'
import type { DesktopSwitches } from '../../desktopSwitches'

/** The parts of Electron behind the switches. */
export interface DesktopSystem {
  /** Keeps the computer from sleeping until the function that is given back is called. */
  keepAwake(): () => void
  /** The languages that this account prefers, as tags, the dearest first. */
  languages(): string[]
  /** Starts the program at the log-in of this account; null where the system is not told by programs (Linux). */
  readonly login: { isOn(): boolean; set(on: boolean): void } | null
}

/** The switches, and the end of what they hold. */
export type KeptSwitches = Omit<DesktopSwitches, 'printPage' | 'isBeforeWindow'> & { close(): void }

const Kept = z.object({
  keepAwake: z.boolean().default(true),
  /** Missing until somebody chose one in the console. */
  language: z.enum(Object.keys(LANGUAGES) as Language[]).optional(),
})
type Kept = z.infer<typeof Kept>

/**
 * The switches as they were kept in a file; without one the computer is kept awake, and the program speaks the language
 * of the account. The start at log-in is kept by the system itself, where people switch it off, too. `onLanguage` is told
 * of another language.
 */
export function openKeptSwitches(file: string, system: DesktopSystem, onLanguage: () => void): KeptSwitches {
  let kept = readKept(file)
  let release: (() => void) | null = null
  const apply = (on: boolean) => {
    release?.()
    release = on ? system.keepAwake() : null
  }
  const keep = (changed: Partial<Kept>) => {
    kept = { ...kept, ...changed }
    writeFileSync(file, JSON.stringify(kept))
  }
  apply(kept.keepAwake)
  return {
    state: () => ({
      keepAwake: release !== null,
      startAtLogin: system.login?.isOn() ?? null,
      language: kept.language ?? preferredLanguage(system.languages()),
    }),
    setKeepAwake(keepAwake) {
      apply(keepAwake)
      keep({ keepAwake })
    },
    setLanguage(language) {
      keep({ language })
      onLanguage()
    },
    setStartAtLogin: (on) => system.login?.set(on),
    close: () => apply(false),
  }
}

function readKept(file: string): Kept {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return Kept.parse({})
  }
}
