import type { Site } from '../site'
import { latestFeed, onAny } from './feeds'
import { service } from './implementer'

/** What the computer does for the program where it has a window. */
export function desktopService({ desktop, changes }: Site) {
  return {
    watch: service.desktop.watch.handler(({ signal }) =>
      latestFeed(() => desktop?.state() ?? null, onAny(changes, ['desktop']), signal),
    ),
    set: service.desktop.set.handler(({ input: { keepAwake, startAtLogin } }) => {
      if (desktop === null || (startAtLogin !== undefined && desktop.state().startAtLogin === null)) {
        return { kind: 'not-here' as const }
      }
      if (keepAwake !== undefined) desktop.setKeepAwake(keepAwake)
      if (startAtLogin !== undefined) desktop.setStartAtLogin(startAtLogin)
      changes.emit('desktop', 0)
      return { kind: 'saved' as const }
    }),
    speak: service.desktop.speak.handler(({ input: { language }, context }) => {
      if (!desktop?.isBeforeWindow(context.seat)) return { kind: 'not-here' as const }
      desktop.setLanguage(language)
      changes.emit('desktop', 0)
      return { kind: 'saved' as const }
    }),
  }
}
