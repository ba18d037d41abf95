import type { ReadableRequest } from '../certificationRequest'
import type { ClientProfile } from '../leafProfiles'
import type { ClientValidity } from '../validity'

/** Where else the very key of the request is known from. `identity` is the station's, or the name of the authority. */
export type KeyUse = {
  /**
   * `station`, `device`: certified or asked to be; `authority`: root or issuing CA of this site; `revoked`: in a revoked
   * certificate.
   */
  readonly kind: 'station' | 'device' | 'authority' | 'revoked'
  readonly identity: string
}

/**
 * The newest certificate of this kind that the owner got here. `subject` in the spelling of this program; `notAfter` in
 * ms; `live`: it counts, as far as is known: accepted, not revoked and not over.
 */
export type PreviousCertificate = {
  readonly live: boolean
  readonly spkiSha256: string
  readonly subject: string
  readonly keyDescription: string
  readonly notAfter: number
}

/** Everything that decides what is found about a request. Facts only: the checks look nothing up and know no time. */
export type ExaminationFacts = {
  readonly request: ReadableRequest
  /** The answer of provesPossession. */
  readonly possession: boolean
  /** Who asks. The serial number is what the station itself said in its boot notification, null when it never did. */
  readonly owner:
    | { readonly kind: 'station'; readonly name: string; readonly serialNumber: string | null }
    | { readonly kind: 'device'; readonly name: string }
  /** What of this site's would be signed; null for a type that it does not sign. */
  readonly profile: ClientProfile | null
  /** The organisation of this site. */
  readonly organisation: string
  readonly otherUsesOfKey: readonly KeyUse[]
  readonly previous: PreviousCertificate | null
  /** The connection it came over. `authenticated`: its owner gave a password, a token or a certificate. */
  readonly connection: {
    readonly transport: 'ws' | 'wss'
    readonly authenticated: boolean
    readonly byCertificate: boolean
    readonly remoteAddress: string
    readonly protocol: string
  }
  /** `certificateType` of the request; null when it named none, as in 1.6. */
  readonly certificateType: string | null
  /** How long its certificate would last if it was signed now. */
  readonly validity: ClientValidity
  /** What the station can take at once; null where it never told, or is no station. */
  readonly room: { readonly max: number; readonly whole: number; readonly leaf: number } | null
  /** Whether the root that the request asks for is this site's; null when it asks for none. */
  readonly rootAsked: 'ours' | 'other' | null
}
