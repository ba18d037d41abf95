import type { CertificateSignedRequest, CertificateSignedResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'

/** Hands over a signed certificate, its type as it was asked for (A02.FR.14). */
export default outbound<'deliver-certificate', CertificateSignedRequest, CertificateSignedResponse>(
  'CertificateSigned',
  'deliver-certificate',
  {
    toRequest: ({ chainPem, certificateType }) => ({
      certificateChain: chainPem,
      ...(certificateType === null
        ? {}
        : { certificateType: certificateType as NonNullable<CertificateSignedRequest['certificateType']> }),
    }),
    toOutcome: ({ status, statusInfo }) => ({
      kind: status === 'Accepted' ? 'accepted' : 'refused',
      detail: statusInfo ? [statusInfo.reasonCode, statusInfo.additionalInfo].filter(Boolean).join(': ') : null,
    }),
  },
)
