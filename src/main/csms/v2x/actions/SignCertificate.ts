import type { SignCertificateRequest, SignCertificateResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'

/** A certificate request (A02): accepted for examination (A02.FR.11), decided by the manager. */
export default inbound<SignCertificateRequest, SignCertificateResponse>(
  'SignCertificate',
  async ({ station, connection, domain }, { csr, certificateType = null, requestId = null }) => {
    const taken = await domain.desk.receive({ station, connection, csr, certificateType, stationRequestId: requestId })
    return { status: taken ? 'Accepted' : 'Rejected' }
  },
  { note: 'Comes to the request desk, where the manager decides.' },
)
