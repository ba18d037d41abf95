import type { SiteState } from '@shared/contract/site'
import { fillSentence } from '@shared/errors'
import { type Speech, sayCount } from '@shared/words/speech'
import type { MenuItemConstructorOptions } from 'electron'

/**
 * What the tray offers and says; a fresh one is made whenever the site's state changed, or the console was locked or
 * opened: while it is locked, not where chargers reach it.
 */
export function trayMenu(
  state: Pick<SiteState, 'phase' | 'listeners' | 'stations'>,
  act: { show(): void; quit(): void },
  speech: Speech,
  isLocked = false,
): MenuItemConstructorOptions[] {
  const { tray } = speech.words.host
  return [
    { label: tray.show, click: act.show },
    { type: 'separator' },
    ...facts(state, speech, isLocked).map((label) => ({ label, enabled: false })),
    { type: 'separator' },
    { label: tray.quit, click: act.quit },
  ]
}

function facts(
  { phase, listeners, stations }: Parameters<typeof trayMenu>[0],
  speech: Speech,
  isLocked: boolean,
): string[] {
  const { tray } = speech.words.host
  if (phase === 'setup') return [tray.notSetUp]
  const connected = sayCount({ one: tray.connected_one, other: tray.connected_other }, stations.connected, speech)
  if (isLocked) return [tray.locked, connected]
  const urls = listeners.flatMap(({ url, reachableAt }) => (reachableAt.length === 0 ? [url] : reachableAt))
  return [...urls.map((url) => fillSentence(tray.listening, { url })), connected]
}
