import type { SiteState } from '@shared/contract/site'
import { fillSentence } from '@shared/errors'
import { host as words } from '@shared/words/en/host'

/** What is said when the program is ready. */
export interface ReadyFacts {
  /** One-time link of the console in a browser; null when it is shown in a window only. */
  readonly console: string | null
  readonly dataFolder: string
  readonly state: Pick<SiteState, 'phase' | 'listeners' | 'tlsProblem' | 'keyStore' | 'demo'>
}

/** The one ready line for people: addresses as they are typed into a charger, then where things lie. */
export function readyWords({ console, dataFolder, state }: ReadyFacts): string {
  const urls = chargerUrls(state)
  return [
    words.ready[state.phase],
    console === null ? words.ready.window : fillSentence(words.ready.console, { url: console }),
    urls.length === 0
      ? null
      : fillSentence(words.ready.chargers, { urls: urls.map((url) => `${url}/<identity>`).join(', ') }),
    state.tlsProblem === null ? null : fillSentence(words.ready.noTls, { reason: state.tlsProblem }),
    fillSentence(state.demo ? words.ready.demoData : words.ready.data, { folder: dataFolder }),
    words.ready.keys[state.keyStore.kind],
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/**
 * The same as one line of JSON, for scripts and tests: `{"ready":true,"phase","console","ocpp","ocppTls","dataFolder",
 * "keyStore","demo"}`. `ocpp` and `ocppTls` hold base URLs without the identity. Fields are only ever added.
 */
export function readyJson({ console, dataFolder, state }: ReadyFacts): string {
  return JSON.stringify({
    ready: true,
    phase: state.phase,
    console,
    ocpp: chargerUrls(state).filter((url) => !isTls(url)),
    ocppTls: chargerUrls(state).filter(isTls),
    dataFolder,
    keyStore: state.keyStore.kind,
    demo: state.demo,
  })
}

const isTls = (url: string) => url.startsWith('wss:')

function chargerUrls(state: ReadyFacts['state']): string[] {
  const urls = state.listeners.flatMap((listener) =>
    listener.reachableAt.length === 0 ? [listener.url] : listener.reachableAt,
  )
  return [...new Set(urls)].map((url) => url.replace(/\/$/, ''))
}
