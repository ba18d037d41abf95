import { oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'
import { Id, PageRequest, page, Time } from './feed'
import { CertificateSummary, Delivery } from './requests'

const AuthorityCertificate = CertificateSummary.extend({ pem: z.string() })

export const IssuedCertificate = CertificateSummary.extend({
  id: Id,
  stationId: Id,
  stationIdentity: z.string(),
  issuedAt: Time,
  delivery: Delivery,
})
export type IssuedCertificate = z.infer<typeof IssuedCertificate>

export const certificates = {
  /** The site's own authority: the root that chargers install, and the issuing CA that signs. */
  authority: oc
    .route({ method: 'GET', path: '/certificates/authority' })
    .output(z.object({ root: AuthorityCertificate, issuing: AuthorityCertificate }))
    .errors(mayFailWith('NOT_SET_UP')),

  find: oc
    .route({ method: 'GET', path: '/certificates' })
    .input(PageRequest.extend({ stationId: Id.optional() }))
    .output(page(IssuedCertificate)),
}
