import { constants } from 'node:crypto'
import { createSecureContext, type SecureContextOptions } from 'node:tls'

/** What a TLS port shows and whom it believes. All PEM; keys and certificates in the same order. */
export interface TlsCredentials {
  readonly key: readonly string[]
  readonly cert: readonly string[]
  /** Roots and issuing CAs of the stations; the issuing ones too, because a station may send its own certificate alone. */
  readonly ca: readonly string[]
}

/**
 * The suites in the order in which they are taken. The four that OCPP requires of a central system (A00.FR.318, 1.6
 * security 317), and beside the two that give no forward secrecy their successors, which come before them.
 */
export const TLS_SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'AES128-GCM-SHA256',
] as const

/**
 * TLS 1.2 and 1.3, without compression (A00.FR.320) and renegotiation. Electron's TLS library takes one key only: there
 * the port shows the first, which is the ECDSA certificate, and has no suites for RSA.
 */
export function tlsContext(credentials: TlsCredentials): SecureContextOptions {
  const all = contextOf(credentials)
  return takesAll(all)
    ? all
    : contextOf({ ...credentials, key: credentials.key.slice(0, 1), cert: credentials.cert.slice(0, 1) })
}

function takesAll(options: SecureContextOptions): boolean {
  try {
    createSecureContext(options)
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('KEY_TYPE_MISMATCH')) return false
    throw error
  }
}

function contextOf({ key, cert, ca }: TlsCredentials): SecureContextOptions {
  return {
    key: [...key],
    cert: [...cert],
    ca: [...ca],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    ciphers: TLS_SUITES.join(':'),
    honorCipherOrder: true,
    secureOptions: constants.SSL_OP_NO_COMPRESSION | constants.SSL_OP_NO_RENEGOTIATION,
  }
}
