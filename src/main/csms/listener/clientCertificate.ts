import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** The certificate that a caller showed in the TLS handshake, with the proof that it has its key. */
export interface ClientCertificate {
  /** DER of the certificate itself. */
  readonly raw: Uint8Array
  /** What OpenSSL's path check (RFC 5280 §6) found wrong with it, by its own name; null when it leads to this site's root. */
  readonly problem: string | null
}

/** What Node calls every problem that it has no name for. */
const UNNAMED = 'UNSPECIFIED'

/** Null when the caller showed none, or the connection has no TLS. */
export function clientCertificate(socket: Socket): ClientCertificate | null {
  if (!(socket instanceof TLSSocket)) return null
  const certificate = socket.getPeerX509Certificate()
  const raw = certificate?.raw
  // Without a certificate there is an authorizationError as well: only what was shown tells the two apart.
  if (!raw) return null
  if (socket.authorized) return { raw, problem: null }
  // Declared as an Error, and a text all the same.
  const error: unknown = socket.authorizationError
  const problem = error instanceof Error ? error.message : String(error)
  // Node has no name for OpenSSL's word about a signer that may not sign.
  const byNoAuthority = problem === UNNAMED && certificate.issuerCertificate?.ca === false
  return { raw, problem: byNoAuthority ? 'INVALID_CA' : problem }
}
