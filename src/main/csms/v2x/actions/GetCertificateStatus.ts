import type { GetCertificateStatusRequest, GetCertificateStatusResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'
import { notHere } from '../notHere'

/** A station wants to know whether a V2G certificate is still good (M06). Nothing here may ask a responder outside. */
export default inbound<GetCertificateStatusRequest, GetCertificateStatusResponse>(
  'GetCertificateStatus',
  async (incoming) => {
    await incoming.domain.notices.keep(toTold(incoming, 'plug-and-charge'))
    return { status: 'Failed', statusInfo: notHere('responders') }
  },
  { note: 'Answered Failed: no responder outside is asked. Kept as a notice about Plug & Charge.' },
)
