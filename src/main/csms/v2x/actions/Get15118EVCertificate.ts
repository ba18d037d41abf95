import type { Get15118EVCertificateRequest, Get15118EVCertificateResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'
import { notHere } from '../notHere'

/** A vehicle wants a contract certificate (M01, M02). There is no contract PKI behind a private site. */
export default inbound<Get15118EVCertificateRequest, Get15118EVCertificateResponse>(
  'Get15118EVCertificate',
  async (incoming) => {
    await incoming.domain.notices.keep(toTold(incoming, 'plug-and-charge'))
    return { status: 'Failed', exiResponse: '', statusInfo: notHere('contracts') }
  },
  { note: 'Answered Failed: there is no contract PKI here. Kept as a notice about Plug & Charge.' },
)
