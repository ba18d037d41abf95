import type { IssuedCertificate } from '@shared/contract/certificates'
import { AppError } from '@shared/errors'
import { describeCertificate } from '../ca/chain'
import type { Site } from '../site'
import { type CertificateViewRow, certificateViewById, findCertificates } from '../store/queries/certificates'
import { toPage } from '../store/queries/page'
import { service } from './implementer'

/** The site's authority and what it has signed. */
export function certificatesService({ access, authority, renewals, revocations, store }: Site) {
  const described = (role: 'root' | 'issuing') => {
    const pem = authority.certificatePem(role)
    return { ...describeCertificate(pem), pem }
  }
  return {
    authority: service.certificates.authority.handler(() => ({
      root: described('root'),
      issuing: described('issuing'),
    })),
    find: service.certificates.find.handler(({ input }) => {
      const { stationId = null, before = null, limit } = input
      const { rows, total } = findCertificates(store.read, { stationId, before, limit })
      return toPage(rows, limit, total, toIssued)
    }),
    get: service.certificates.get.handler(({ input }) => {
      const row = certificateViewById(store.read, input.certificateId)
      if (!row) throw new AppError('UNKNOWN_CERTIFICATE')
      const needsCertificate = access.of(row.station_id).profile === 3
      return { ...toIssued(row), pem: row.pem, hits: { ...revocations.hitsOf(row.id), needsCertificate } }
    }),
    calendar: service.certificates.calendar.handler(() => renewals.calendar()),
    revoke: service.certificates.revoke.handler(({ input, context }) =>
      revocations.revoke(context.actor, input.certificateId, input.reason),
    ),
  }
}

function toIssued(row: CertificateViewRow): IssuedCertificate {
  return {
    ...describeCertificate(row.pem),
    id: row.id,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    issuedAt: row.issued_at,
    delivery: { state: row.delivery, changedAt: row.delivery_at, detail: row.delivery_detail },
    seenAt: row.seen_at,
    revocation: revocationOf(row),
  }
}

function revocationOf({ revoked_at: at, revocation_reason: reason, revoked_by: by }: CertificateViewRow) {
  return at === null || reason === null ? null : { at, reason, by: by ?? '' }
}
