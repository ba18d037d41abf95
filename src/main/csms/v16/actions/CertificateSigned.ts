import type { CertificateSignedRequest, CertificateSignedResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'

/** Hands over a signed certificate (1.6 security extension A02). */
export default outbound<'deliver-certificate', CertificateSignedRequest, CertificateSignedResponse>(
  'CertificateSigned',
  'deliver-certificate',
  {
    toRequest: ({ chainPem }) => ({ certificateChain: chainPem }),
    toOutcome: ({ status }) => ({ kind: status === 'Accepted' ? 'accepted' : 'refused', detail: null }),
  },
)
