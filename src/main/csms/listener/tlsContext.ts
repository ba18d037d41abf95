import { constants, createPrivateKey } from 'node:crypto'
import { createSecureContext, type SecureContextOptions } from 'node:tls'
import type { ShownKey } from '@shared/contract/ports'

/** What a TLS port shows and whom it believes. All PEM; keys and certificates in the same order. */
export interface TlsCredentials {
  readonly key: readonly string[]
  readonly cert: readonly string[]
  /** Roots and issuing CAs of the stations; the issuing ones too, because a station may send its own certificate alone. */
  readonly ca: readonly string[]
}

/** What is left to the manager of how a TLS port meets its callers. */
export interface TlsChoice {
  /** Speaks TLS 1.0 and 1.1, too: for chargers of OCPP 1.6 that know nothing better (1.6 security A00.FR.312). */
  readonly oldChargers: boolean
  /** The certificate that is shown where the TLS library takes one key only. */
  readonly shownKey: ShownKey
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

/** The suite that TLS 1.0 and 1.1 are spoken with: the one that OCPP 1.6 names for it (security whitepaper 324). */
const OLD_SUITE = 'AES128-SHA'
/** OpenSSL signs nothing with the SHA-1 of TLS 1.0 and 1.1 above this level. */
const OLD_LEVEL = '@SECLEVEL=0'
/** Of BoringSSL, which is Electron's: it knows no levels, and what these are for is not forbidden there. */
const UNKNOWN_LEVEL = 'INVALID_COMMAND'
/** Of BoringSSL, for a second key of another type. */
const ONE_KEY_ONLY = 'KEY_TYPE_MISMATCH'

/**
 * TLS 1.2 and 1.3, without compression (A00.FR.320) and renegotiation. Electron's TLS library takes one key only: there
 * the port shows the certificate that is chosen, and has the suites for that one.
 */
export function tlsContext(credentials: TlsCredentials, choice: TlsChoice): SecureContextOptions {
  const shown = takes(pairs(credentials), ONE_KEY_ONLY) ? credentials : onlyKey(credentials, choice.shownKey)
  return {
    ...pairs(shown),
    ca: [...shown.ca],
    minVersion: choice.oldChargers ? 'TLSv1' : 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    ciphers: suites(choice).join(':'),
    honorCipherOrder: true,
    secureOptions: constants.SSL_OP_NO_COMPRESSION | constants.SSL_OP_NO_RENEGOTIATION,
  }
}

/** Whether the TLS library of this program shows all of the certificates, to each caller the one that it takes. */
export function takesAllKeys(credentials: TlsCredentials): boolean {
  return takes(pairs(credentials), ONE_KEY_ONLY)
}

function pairs({ key, cert }: Pick<TlsCredentials, 'key' | 'cert'>) {
  return { key: [...key], cert: [...cert] }
}

function onlyKey({ key, cert, ca }: TlsCredentials, wanted: ShownKey): TlsCredentials {
  const at = Math.max(
    0,
    key.findIndex((pem) => createPrivateKey(pem).asymmetricKeyType === wanted),
  )
  return { key: key.slice(at, at + 1), cert: cert.slice(at, at + 1), ca }
}

function suites({ oldChargers }: TlsChoice): string[] {
  if (!oldChargers) return [...TLS_SUITES]
  const old = [...TLS_SUITES, OLD_SUITE]
  return takes({ ciphers: `${OLD_SUITE}:${OLD_LEVEL}` }, UNKNOWN_LEVEL) ? [...old, OLD_LEVEL] : old
}

/** Whether the TLS library takes this, or refuses it with that word. */
function takes(options: SecureContextOptions, refusal: string): boolean {
  try {
    createSecureContext(options)
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes(refusal)) return false
    throw error
  }
}
