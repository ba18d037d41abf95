import type { CertificateSignedRequest, CertificateSignedResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus, reasonOf } from '../../answers'

/**
 * Hands over a signed certificate (A02.FR.14). The type goes back as the request had it, which the schema limited, and in
 * 2.1 its number (A02.FR.24), without which a station that gave one would refuse it (A02.FR.26).
 */
export default outbound<CertificateSignedRequest, CertificateSignedResponse>('CertificateSigned', {
  note: 'Sent by itself when a certificate request has been approved, and again until it is answered.',
  answer: byStatus(),
  errands: {
    'deliver-certificate': {
      toRequest: ({ chainPem, certificateType, stationRequestId }, protocol) => ({
        certificateChain: chainPem,
        ...(certificateType === null
          ? {}
          : { certificateType: certificateType as NonNullable<CertificateSignedRequest['certificateType']> }),
        ...(stationRequestId === null || protocol !== 'ocpp2.1' ? {} : { requestId: stationRequestId }),
      }),
      toOutcome: ({ status, statusInfo }) => ({
        kind: status === 'Accepted' ? 'accepted' : 'refused',
        detail: statusInfo ? reasonOf(statusInfo) : null,
      }),
    },
  },
})
