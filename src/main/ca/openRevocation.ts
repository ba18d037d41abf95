import { createOcspResponder, type OcspResponderDeps } from './ocsp/responder'
import { type PublishedPki, publishPki } from './publishedPki'
import { createRevocationLists, type RevocationLists, type RevocationListsDeps } from './revocationLists'
import { createRevocations, type Revocations, type RevocationsDeps } from './revocations'

/** What is revoked, and how everybody can know. */
export interface Revocation {
  readonly revocations: Revocations
  readonly revocationLists: RevocationLists
  readonly pki: PublishedPki
}

export type RevocationDeps = RevocationListsDeps & RevocationsDeps & Pick<OcspResponderDeps, 'organisation'>

/** Opens what the site revokes and publishes. */
export function openRevocation(deps: RevocationDeps): Revocation {
  const { clock, authority, organisation, onFailure } = deps
  const revocations = createRevocations(deps)
  const revocationLists = createRevocationLists(deps)
  const ocsp = createOcspResponder({ clock, authority, organisation, statusOf: revocations.statusOf, onFailure })
  const pki = publishPki({ authority, revocationLists, answerOcsp: ocsp.answer })
  return { revocations, revocationLists, pki }
}
