import type { SiteState } from '@shared/contract/site'
import { fillSentence } from '@shared/errors'
import { type Speech, sayCount } from '@shared/words/speech'
import type { MenuItemConstructorOptions } from 'electron'

/** What the tray offers and says; a fresh one is made whenever the site's state changed. */
export function trayMenu(
  state: Pick<SiteState, 'phase' | 'listeners' | 'stations'>,
  act: { show(): void; quit(): void },
  speech: Speech,
): MenuItemConstructorOptions[] {
  const { tray } = speech.words.host
  return [
    { label: tray.show, click: act.show },
    { type: 'separator' },
    ...addresses(state, speech).map((label) => ({ label, enabled: false })),
    { type: 'separator' },
    { label: tray.quit, click: act.quit },
  ]
}

function addresses({ phase, listeners, stations }: Parameters<typeof trayMenu>[0], speech: Speech): string[] {
  const { tray } = speech.words.host
  if (phase === 'setup') return [tray.notSetUp]
  const urls = listeners.flatMap(({ url, reachableAt }) => (reachableAt.length === 0 ? [url] : reachableAt))
  const connected = sayCount({ one: tray.connected_one, other: tray.connected_other }, stations.connected, speech)
  return [...urls.map((url) => fillSentence(tray.listening, { url })), connected]
}
