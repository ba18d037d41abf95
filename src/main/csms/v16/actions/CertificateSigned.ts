import type { CertificateSignedRequest, CertificateSignedResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Hands over a signed certificate (1.6 security extension A02). */
export default outbound<CertificateSignedRequest, CertificateSignedResponse>('CertificateSigned', {
  note: 'Sent by itself when a certificate request has been approved, and again until it is answered.',
  answer: byStatus(),
  errands: {
    'deliver-certificate': {
      toRequest: ({ chainPem }) => ({ certificateChain: chainPem }),
      toOutcome: ({ status }) => ({ kind: status === 'Accepted' ? 'accepted' : 'refused', detail: null }),
    },
  },
})
