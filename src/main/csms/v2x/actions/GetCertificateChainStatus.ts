import type {
  GetCertificateChainStatusRequest,
  GetCertificateChainStatusResponse,
} from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'

/** A station wants to know whether a vehicle's chain is still good (M07). Nothing here may ask a responder outside. */
export default inbound<GetCertificateChainStatusRequest, GetCertificateChainStatusResponse>(
  'GetCertificateChainStatus',
  async (incoming, { certificateStatusRequests }) => {
    await incoming.domain.notices.keep(toTold(incoming, 'plug-and-charge'))
    const nextUpdate = new Date(incoming.receivedAt).toISOString()
    const [first, ...others] = certificateStatusRequests.map(({ certificateHashData, source }) => ({
      certificateHashData,
      source,
      status: 'Failed' as const,
      nextUpdate,
    }))
    // The schema wants one at least, of the question as of the answer.
    return { certificateStatus: first ? [first, ...others] : [] } as GetCertificateChainStatusResponse
  },
  {
    note: 'Answered Failed for each certificate: no responder outside is asked. Kept as a notice about Plug & Charge.',
  },
)
