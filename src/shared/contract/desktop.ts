import { oc } from '@orpc/contract'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../words/languages'
import { latest } from './feed'

const LanguageName = z.enum(Object.keys(LANGUAGES) as Language[])

/** What the computer does for the program where it has a window; how this computer is set, and no part of the site. */
export const DesktopState = z.object({
  /** Whether it is kept from falling asleep while the program runs: who sleeps serves no charger. */
  keepAwake: z.boolean(),
  /** Whether the program starts when this account logs in; null where the system is not told by programs. */
  startAtLogin: z.boolean().nullable(),
  /** What the menu, the tray and notifications speak. */
  language: LanguageName,
})
export type DesktopState = z.infer<typeof DesktopState>

export const desktop = {
  /** Null where the program runs without a window. */
  watch: oc.route({ method: 'GET', path: '/desktop/watch' }).output(latest(DesktopState.nullable())),

  set: oc
    .route({ method: 'PUT', path: '/desktop' })
    .input(
      z.object({
        keepAwake: z.boolean().optional(),
        startAtLogin: z.boolean().optional(),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved') }),
        /** The program has no window here, or the system decides that by itself. */
        z.object({ kind: z.literal('not-here') }),
      ]),
    ),

  /** What the menu, the tray and notifications speak follows the screen of whoever sits before the window, and no other. */
  speak: oc
    .route({ method: 'PUT', path: '/desktop/language' })
    .input(z.object({ language: LanguageName }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved') }),
        /** Whoever asks does not sit before a window of the program. */
        z.object({ kind: z.literal('not-here') }),
      ]),
    ),
}
