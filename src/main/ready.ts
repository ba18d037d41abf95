import type { SiteState } from '@shared/contract/site'
import { fillSentence } from '@shared/errors'
import { type Speech, say } from '@shared/words/speech'

/** Tokens of a demo: for devices, and for scripts. A site that is kept never prints any. */
export interface DemoTokens {
  readonly device: string
  readonly admin: string
}

/** What is said when the program is ready. */
export interface ReadyFacts {
  /** One-time link of the console in a browser; null when it is shown in a window only. */
  readonly console: string | null
  readonly dataFolder: string
  readonly state: Pick<SiteState, 'phase' | 'listeners' | 'tlsProblem' | 'keyStore' | 'demo'>
  /** Base URL of the port for scripts; null when it is closed. */
  readonly api: string | null
  /** What a demo gives to whoever tries it; null in every other site. */
  readonly demoTokens: DemoTokens | null
}

/** The one ready line for people: addresses as they are typed into a charger, then where things lie. */
export function readyWords({ console, dataFolder, state, api }: ReadyFacts, speech: Speech): string {
  const words = speech.words.host
  const urls = chargerUrls(state)
  return [
    words.ready[state.phase],
    console === null ? words.ready.window : fillSentence(words.ready.console, { url: console }),
    urls.length === 0
      ? null
      : fillSentence(words.ready.chargers, { urls: urls.map((url) => `${url}/<identity>`).join(', ') }),
    api === null ? null : fillSentence(words.ready.api, { url: api }),
    state.tlsProblem === null ? null : fillSentence(words.ready.noTls, { reason: say(state.tlsProblem, speech) }),
    state.phase === 'running' && urls.length === 0 && state.tlsProblem !== null ? words.ready.noPort : null,
    fillSentence(state.demo ? words.ready.demoData : words.ready.data, { folder: dataFolder }),
    words.ready.keys[state.keyStore.kind],
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** Said once the first run is over: from then on chargers can come. */
export function listeningWords(state: ReadyFacts['state'], { words: { host } }: Speech): string {
  const urls = chargerUrls(state).map((url) => `${url}/<identity>`)
  return [
    host.ready.running,
    ...(urls.length === 0 ? [] : [fillSentence(host.ready.chargers, { urls: urls.join(', ') })]),
  ].join(' · ')
}

/**
 * The same as one line of JSON, for scripts and tests: `{"ready":true,"phase","console","ocpp","ocppTls","dataFolder",
 * "keyStore","demo","devices","mqtt","api","tlsProblem"}`, in a demo also `"deviceToken"` and `"adminToken"`. `ocpp` and `ocppTls` hold
 * base URLs without the identity, `devices` those of the enrolment, `mqtt` those of the broker, `api` the one for scripts.
 * Fields are only ever added.
 */
export function readyJson({ console, dataFolder, state, api, demoTokens }: ReadyFacts): string {
  const secure = chargerUrls(state).filter(isTls)
  return JSON.stringify({
    ready: true,
    phase: state.phase,
    console,
    ocpp: chargerUrls(state).filter((url) => url.startsWith('ws:')),
    ocppTls: secure,
    dataFolder,
    keyStore: state.keyStore.kind,
    tlsProblem: state.tlsProblem?.text ?? null,
    demo: state.demo,
    devices: secure.map((url) => url.replace(/^wss:/, 'https:')),
    mqtt: [...secure.map((url) => url.replace(/^wss:/, 'mqtts:')), ...urlsOf(state, ['mqtts:'])],
    api,
    ...(demoTokens === null ? {} : { deviceToken: demoTokens.device, adminToken: demoTokens.admin }),
  })
}

const isTls = (url: string) => url.startsWith('wss:')

const chargerUrls = (state: ReadyFacts['state']) => urlsOf(state, ['ws:', 'wss:'])

function urlsOf(state: ReadyFacts['state'], schemes: readonly string[]): string[] {
  const urls = state.listeners.flatMap((listener) =>
    listener.reachableAt.length === 0 ? [listener.url] : listener.reachableAt,
  )
  const wanted = urls.filter((url) => schemes.some((scheme) => url.startsWith(scheme)))
  return [...new Set(wanted)].map((url) => url.replace(/\/$/, ''))
}
