import type { CallRefusal } from '@shared/ocpp/refusedCall'

/** Our own name for whoever ends a connection between its handshake and its first request. */
export const LEFT_WITHOUT_A_WORD = 'LEFT_WITHOUT_A_WORD'

/** Node's and OpenSSL's names of what goes wrong in a handshake, and what it means. */
const REASONS: readonly (readonly [RegExp, CallRefusal])[] = [
  // No TLS at all: plain HTTP, or something else.
  [/HTTP_REQUEST|HTTPS_PROXY_REQUEST|WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNKNOWN_PROTOCOL/, 'tls-none'],
  [/UNSUPPORTED_PROTOCOL|ALERT_PROTOCOL_VERSION|VERSION_TOO_LOW|INAPPROPRIATE_FALLBACK/, 'tls-version'],
  [
    /NO_SHARED_CIPHER|NO_SUITABLE_SIGNATURE_ALGORITHM|NO_SHARED_GROUP|NO_SUITABLE_KEY_SHARE|NO_SUITABLE_GROUPS|ALERT_HANDSHAKE_FAILURE|NO_CIPHERS/,
    'tls-suite',
  ],
  [/ALPN|NO_APPLICATION_PROTOCOL/, 'tls-alpn'],
  // The other side's word about our certificate.
  [/ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)/, 'tls-not-trusted'],
  [/HANDSHAKE_TIMEOUT/, 'tls-late'],
  [/ECONNRESET|EPIPE|UNEXPECTED_EOF|LEFT_WITHOUT_A_WORD/, 'tls-broken-off'],
]

/** Longest text of a library that is kept, in characters. */
const PROBLEM_MAX = 80

/** Why a TLS handshake failed. */
export function tlsProblem(error: NodeJS.ErrnoException): { reason: CallRefusal; data: Record<string, string> } {
  const code = error.code ?? error.message
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'tls-other'
  return { reason, data: { problem: code.replace(/^ERR_(SSL|TLS)_/, '').slice(0, PROBLEM_MAX) } }
}
