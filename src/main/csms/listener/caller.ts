import type { IncomingMessage } from 'node:http'
import { fillSentence } from '@shared/errors'
import { isIdentity, PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'

/** Who calls, and in which version; or why it can't be served, as an HTTP answer that says what to change. */
export type Caller =
  | { readonly kind: 'station'; readonly identity: string; readonly protocol: Protocol }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }

const refused = (status: number, message: string): Caller => ({ kind: 'refused', status, message })

/**
 * Reads identity and version from an upgrade request. The identity is the last part of the path, percent-decoded, under
 * any prefix (OCPP-J §3.1.1); the version is the first of the caller's list that this server speaks (part 4 §3.2).
 */
export function readCaller(request: Pick<IncomingMessage, 'url' | 'headers'>): Caller {
  const identity = readIdentity(request.url ?? '/')
  if (identity === null) {
    return refused(404, words.upgrade.noIdentity)
  }
  if (!isIdentity(identity)) {
    return refused(400, words.upgrade.badIdentity)
  }
  const offered = splitList(request.headers['sec-websocket-protocol'])
  const protocol = offered.find((name): name is Protocol => PROTOCOLS.some((known) => known === name))
  if (!protocol) {
    const sentence = offered.length > 0 ? words.upgrade.otherProtocols : words.upgrade.noProtocol
    return refused(
      400,
      fillSentence(sentence, { offered: offered.join(', '), spoken: new Intl.ListFormat('en-GB').format(PROTOCOLS) }),
    )
  }
  return { kind: 'station', identity, protocol }
}

function readIdentity(url: string): string | null {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  const last = path.split('/').filter(Boolean).at(-1)
  if (last === undefined) return null
  try {
    return decodeURIComponent(last)
  } catch {
    // Not percent-encoding: some chargers put a bare "%" into their identity.
    return last
  }
}

function splitList(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}
