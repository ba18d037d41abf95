import type { IncomingMessage } from 'node:http'
import { fillSentence } from '@shared/errors'
import type { CallRefusal } from '@shared/ocpp/refusedCall'
import { isIdentity, PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'

/** Who calls, and in which version; or why it can't be served, as an HTTP answer that says what to change. */
export type Caller =
  | { readonly kind: 'station'; readonly identity: string; readonly protocol: Protocol }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly message: string
      readonly reason: CallRefusal
      readonly data: Readonly<Record<string, string>>
      /** As far as it can be read. */
      readonly identity: string | null
    }

/** Most characters of a list of subprotocols that are repeated. */
const OFFERED_MAX = 200

const refused = (
  status: number,
  message: string,
  reason: CallRefusal,
  identity: string | null = null,
  data: Readonly<Record<string, string>> = {},
): Caller => ({ kind: 'refused', status, message, reason, data, identity })

/**
 * Reads identity and version from an upgrade request. The identity is the last part of the path, percent-decoded, under
 * any prefix (OCPP-J §3.1.1); the version is the first of the caller's list that this server speaks (part 4 §3.2).
 */
export function readCaller(request: Pick<IncomingMessage, 'url' | 'headers'>): Caller {
  const identity = readIdentity(request.url ?? '/')
  if (identity === null) {
    return refused(404, words.upgrade.noIdentity, 'no-identity')
  }
  if (!isIdentity(identity)) {
    return refused(400, words.upgrade.badIdentity, 'bad-identity')
  }
  const offered = splitList(request.headers['sec-websocket-protocol'])
  const protocol = offered.find((name): name is Protocol => PROTOCOLS.some((known) => known === name))
  if (!protocol) {
    const sentence = offered.length > 0 ? words.upgrade.otherProtocols : words.upgrade.noProtocol
    const data = {
      offered: offered.join(', ').slice(0, OFFERED_MAX),
      spoken: new Intl.ListFormat('en-GB').format(PROTOCOLS),
    }
    const reason = offered.length > 0 ? 'other-protocol' : 'no-protocol'
    return refused(400, fillSentence(sentence, data), reason, identity, data)
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
