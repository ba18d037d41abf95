import { ALLOWED_CURVES, MAX_RSA_BITS, MIN_RSA_BITS } from './keyPolicy'
import { ExtendedKeyUsage, KeyUsageFlags } from './x509'

/** Every kind of certificate that the issuing CA signs. */
export const LEAF_KINDS = ['station', 'v2g-station', 'tls-server', 'device'] as const
export type LeafKind = (typeof LEAF_KINDS)[number]
/** Those that are signed for somebody who asks. */
export type ClientProfile = Exclude<LeafKind, 'tls-server'>

/** What a kind of certificate is for, how long it lasts and which keys it takes. */
export interface LeafProfile {
  /** How long it lasts: calendar months, or milliseconds where it lasts for days. */
  readonly valid: { readonly months: number } | { readonly ms: number }
  /** RFC 5280 §4.2.1.3; critical in all of them. */
  readonly keyUsage: number
  /** Besides that, for RSA keys. */
  readonly keyUsageOfRsa: number
  /** RFC 5280 §4.2.1.12; empty: the extension is left out. */
  readonly extendedKeyUsage: readonly string[]
  /** Curves of the keys that it takes. */
  readonly curves: readonly string[]
  /** Bits of an RSA modulus, from and to; null: it takes no RSA keys. */
  readonly rsaBits: { readonly from: number; readonly to: number } | null
  /** Domain components in its name. */
  readonly domainComponent: string | null
}

const DAY = 24 * 3_600_000
/** How long a certificate of this server lasts, in milliseconds. */
export const SERVER_VALID_MS = 7 * DAY

const ANY_RSA = { from: MIN_RSA_BITS, to: MAX_RSA_BITS } as const

/**
 * The profiles. All that is in a certificate besides names and key comes from here, and nothing of it from a request.
 * Every change of a line changes what is signed from then on; nothing that is signed already.
 */
export const LEAF_PROFILES: Readonly<Record<LeafKind, LeafProfile>> = {
  /**
   * No extended key usage: A00.FR.514 strongly advises against it. digitalSignature alone, for RSA keys too: a station
   * only ever signs the handshake (RFC 5246 §7.4.8, RFC 8446 §4.4.3). Stations begin to renew a month before the end
   * (A03.FR.02), so a year leaves eleven quiet months.
   */
  station: {
    valid: { months: 12 },
    keyUsage: KeyUsageFlags.digitalSignature,
    keyUsageOfRsa: 0,
    extendedKeyUsage: [],
    curves: ALLOWED_CURVES,
    rsaBits: ANY_RSA,
    domainComponent: null,
  },
  /**
   * What a station shows to vehicles (ISO 15118-2, SECC certificate): P-256 only, also for key agreement, three months,
   * and the domain component that vehicles look for.
   */
  'v2g-station': {
    valid: { months: 3 },
    keyUsage: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyAgreement,
    keyUsageOfRsa: 0,
    extendedKeyUsage: [],
    curves: ['P-256'],
    rsaBits: null,
    domainComponent: 'CPO',
  },
  /**
   * Nobody asks whether a server's certificate was revoked: it is to end soon by itself (A00.FR.701); some days more than
   * one let chargers with a wrong clock in. Two of the mandatory suites transport the key by RSA (A00.FR.318), and 1.6
   * takes RSA keys of at most 2048 bits (OCPP-J 1.6 §6.2.1).
   */
  'tls-server': {
    valid: { ms: SERVER_VALID_MS },
    keyUsage: KeyUsageFlags.digitalSignature,
    keyUsageOfRsa: KeyUsageFlags.keyEncipherment,
    extendedKeyUsage: [ExtendedKeyUsage.serverAuth],
    curves: ['P-256'],
    rsaBits: { from: 2048, to: 2048 },
    domainComponent: null,
  },
  /** The right to be a TLS client alone, so that no program that looks takes a gateway's certificate for a server's. */
  device: {
    valid: { months: 12 },
    keyUsage: KeyUsageFlags.digitalSignature,
    keyUsageOfRsa: 0,
    extendedKeyUsage: [ExtendedKeyUsage.clientAuth],
    curves: ALLOWED_CURVES,
    rsaBits: ANY_RSA,
    domainComponent: null,
  },
}

/** Calendar months that a certificate of the kind lasts. */
export function monthsOf(kind: ClientProfile): number {
  const { valid } = LEAF_PROFILES[kind]
  if ('ms' in valid) throw new RangeError(`${kind} is not valid for months`)
  return valid.months
}

/** The type of a request for the station's certificate towards this server; 1.6 has no types and means this one. */
export const STATION_TYPE = 'ChargingStationCertificate'
/** For the station towards vehicles, by ISO 15118-2. */
export const V2G_TYPE = 'V2GCertificate'

/**
 * The profile for what was asked for; null when this site signs nothing of that type. V2G20Certificate (2.1) is not
 * signed: ISO 15118-20 wants P-521 or Ed448 keys, which this authority neither takes nor has.
 */
export function profileFor(owner: 'station' | 'device', type: string | null): ClientProfile | null {
  if (owner === 'device') return 'device'
  if (type === null || type === STATION_TYPE) return 'station'
  return type === V2G_TYPE ? 'v2g-station' : null
}
