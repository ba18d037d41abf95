import { randomBytes } from 'node:crypto'
import type { Clock } from '../../clock'
import { MalformedDer } from '../der'
import type { Generation, SiteAuthority } from '../siteAuthority'
import { BACKDATE_MS } from '../validity'
import { issuerHashes } from './issuerHashes'
import { type AskedCertificate, OCSP_LIMITS, type OcspLimits, readOcspRequest } from './request'
import { newResponder, RESPONDER_VALIDITY_MS } from './responderCertificate'
import { type CertificateStatus, type OcspSigner, ocspFailure, signOcspResponse } from './response'

/** How long an answer counts, in milliseconds: short, or a revocation would take as long to be heard of. */
export const ANSWER_VALIDITY_MS = 3_600_000

/** Answers which certificates of the issuing CAs count (RFC 6960), from what is known at this moment. */
export interface OcspResponder {
  /** The DER of an answer, whatever the bytes are; what went wrong inside is reported and told as such. */
  answer(request: Uint8Array): Promise<Uint8Array>
}

export interface OcspResponderDeps {
  readonly clock: Clock
  readonly authority: Pick<SiteAuthority, 'generations' | 'withKeyOfGeneration'>
  readonly organisation: () => string
  /** How the certificate of an issuing CA with this serial number stands (lower-case hex). */
  readonly statusOf: (issuerId: number, serialNumber: string) => CertificateStatus
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<OcspLimits>
}

interface Responder {
  readonly made: Promise<OcspSigner>
  readonly from: number
  readonly until: number
}

export function createOcspResponder(deps: OcspResponderDeps): OcspResponder {
  const { clock, authority, organisation, statusOf, onFailure } = deps
  const limits = { ...OCSP_LIMITS, ...deps.limits }
  const responders = new Map<number, Responder>()

  /** The responder of an issuing CA; a new one when half of its time is over. */
  const responder = ({ id }: Generation, now: number): Promise<OcspSigner> => {
    const known = responders.get(id)
    if (known && now >= known.from && now < known.until) return known.made
    const made = authority.withKeyOfGeneration(id, (issuing) =>
      newResponder({ issuing, organisation: organisation(), now, randomBytes }),
    )
    const mine = { made, from: now, until: now + RESPONDER_VALIDITY_MS / 2 }
    responders.set(id, mine)
    // One that could not be made is tried again by the next question.
    made.catch(() => {
      if (responders.get(id) === mine) responders.delete(id)
    })
    return made
  }

  const isIssuerOf = ({ hash, issuerNameHash, issuerKeyHash }: AskedCertificate, { certificatePem }: Generation) => {
    const issuer = issuerHashes(certificatePem, hash)
    return issuer?.name === issuerNameHash && issuer.key === issuerKeyHash
  }

  /** The issuing CA that is asked about: of the first certificate that one of ours may have signed. */
  const issuerAsked = (certificates: readonly AskedCertificate[]): Generation | undefined => {
    const answering = authority.generations().filter(({ role, key, state }) => {
      return role === 'issuing' && key === 'here' && state !== 'next'
    })
    const asked = certificates.flatMap((each) => answering.find((generation) => isIssuerOf(each, generation)) ?? [])
    return asked[0] ?? answering.find(({ state }) => state === 'current')
  }

  return {
    async answer(request) {
      try {
        const { certificates, nonce } = readOcspRequest(request, limits)
        const now = clock()
        const issuer = issuerAsked(certificates)
        if (!issuer) return ocspFailure('internal')
        const signer = await responder(issuer, now)
        const answers = certificates.map((asked) => ({
          asked: asked.asked,
          // §4.2.2.2: a responder speaks for the one authority that has signed its certificate.
          status: isIssuerOf(asked, issuer) ? statusOf(issuer.id, asked.serialNumber) : ({ kind: 'unknown' } as const),
        }))
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
