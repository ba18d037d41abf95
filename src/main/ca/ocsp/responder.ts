import { randomBytes } from 'node:crypto'
import type { Clock } from '../../clock'
import { MalformedDer } from '../der'
import type { SiteAuthority } from '../siteAuthority'
import { BACKDATE_MS } from '../validity'
import { issuerHashes } from './issuerHashes'
import { type AskedCertificate, OCSP_LIMITS, type OcspLimits, readOcspRequest } from './request'
import { newResponder, RESPONDER_VALIDITY_MS } from './responderCertificate'
import { type CertificateStatus, type OcspSigner, ocspFailure, signOcspResponse } from './response'

/** How long an answer counts, in milliseconds: short, or a revocation would take as long to be heard of. */
export const ANSWER_VALIDITY_MS = 3_600_000

/** Answers which certificates of the issuing CA count (RFC 6960), from what is known at this moment. */
export interface OcspResponder {
  /** The DER of an answer, whatever the bytes are; what went wrong inside is reported and told as such. */
  answer(request: Uint8Array): Promise<Uint8Array>
}

export interface OcspResponderDeps {
  readonly clock: Clock
  readonly authority: Pick<SiteAuthority, 'certificatePem' | 'withIssuing'>
  readonly organisation: () => string
  /** How a certificate with this serial number stands (lower-case hex). */
  readonly statusOf: (serialNumber: string) => CertificateStatus
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<OcspLimits>
}

export function createOcspResponder(deps: OcspResponderDeps): OcspResponder {
  const { clock, authority, organisation, statusOf, onFailure } = deps
  const limits = { ...OCSP_LIMITS, ...deps.limits }
  let current: {
    readonly issuingPem: string
    readonly made: Promise<OcspSigner>
    readonly from: number
    readonly until: number
  } | null = null

  /** The responder of the issuing CA as it is now; a new one when half of its time is over. */
  const responder = (now: number): Promise<OcspSigner> => {
    const issuingPem = authority.certificatePem('issuing')
    if (current?.issuingPem === issuingPem && now >= current.from && now < current.until) return current.made
    const made = authority.withIssuing((issuing) =>
      newResponder({ issuing, organisation: organisation(), now, randomBytes }),
    )
    const mine = { issuingPem, made, from: now, until: now + RESPONDER_VALIDITY_MS / 2 }
    current = mine
    // One that could not be made is tried again by the next question.
    made.catch(() => {
      if (current === mine) current = null
    })
    return made
  }

  const statusOfAsked = ({ hash, issuerNameHash, issuerKeyHash, serialNumber }: AskedCertificate) => {
    const issuer = issuerHashes(authority.certificatePem('issuing'), hash)
    const isOurs = issuer?.name === issuerNameHash && issuer.key === issuerKeyHash
    // §4.2.2.2: a responder speaks for the one authority that has signed its certificate.
    return isOurs ? statusOf(serialNumber) : ({ kind: 'unknown' } as const)
  }

  return {
    async answer(request) {
      try {
        const { certificates, nonce } = readOcspRequest(request, limits)
        const now = clock()
        const signer = await responder(now)
        const answers = certificates.map((asked) => ({ asked: asked.asked, status: statusOfAsked(asked) }))
        const thisUpdate = now - BACKDATE_MS
        return await signOcspResponse(
          { answers, nonce, producedAt: now, thisUpdate, nextUpdate: now + ANSWER_VALIDITY_MS },
          signer,
        )
      } catch (error) {
        if (error instanceof MalformedDer) return ocspFailure('malformed')
        onFailure(error)
        return ocspFailure('internal')
      }
    },
  }
}
