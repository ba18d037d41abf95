import type { SiteState } from '@shared/contract/site'
import { fillSentence } from '@shared/errors'
import { host as words } from '@shared/words/en/host'
import type { MenuItemConstructorOptions } from 'electron'

/** What the tray offers and says; a fresh one is made whenever the site's state changed. */
export function trayMenu(
  state: Pick<SiteState, 'phase' | 'listeners' | 'stations'>,
  act: { show(): void; quit(): void },
): MenuItemConstructorOptions[] {
  return [
    { label: words.tray.show, click: act.show },
    { type: 'separator' },
    ...addresses(state).map((label) => ({ label, enabled: false })),
    { type: 'separator' },
    { label: words.tray.quit, click: act.quit },
  ]
}

function addresses({ phase, listeners, stations }: Parameters<typeof trayMenu>[0]): string[] {
  if (phase === 'setup') return [words.tray.notSetUp]
  const urls = listeners.flatMap(({ url, reachableAt }) => (reachableAt.length === 0 ? [url] : reachableAt))
  const { connected } = stations
  const count = connected === 1 ? words.tray.connected_one : words.tray.connected_other
  return [...urls.map((url) => fillSentence(words.tray.listening, { url })), fillSentence(count, { count: connected })]
}
