import type { ReadableRequest } from '../certificationRequest'
import type { StationValidity } from '../validity'

/** Where else the very key of the request is known from. `identity` is the station's, or the name of the authority. */
export type KeyUse = {
  /** `station`: certified or asked to be; `authority`: root or issuing CA of this site; `revoked`: in a revoked certificate. */
  readonly kind: 'station' | 'authority' | 'revoked'
  readonly identity: string
}

/** The newest certificate that this station got here. `subject` in the spelling of this program; `notAfter` in ms. */
export type PreviousCertificate = {
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
  /** `serialNumber` is what the station itself said in its boot notification, null when it never did. */
  readonly station: { readonly identity: string; readonly serialNumber: string | null }
  /** The organisation of this site. */
  readonly organisation: string
  readonly otherUsesOfKey: readonly KeyUse[]
  readonly previous: PreviousCertificate | null
  /** The connection it came over. `authenticated`: the station gave its password or its certificate. */
  readonly connection: {
    readonly transport: 'ws' | 'wss'
    readonly authenticated: boolean
    readonly remoteAddress: string
    readonly protocol: string
  }
  /** `certificateType` of the request; null when it named none, as in 1.6. */
  readonly certificateType: string | null
  /** How long its certificate would last if it was signed now. */
  readonly validity: StationValidity
}
