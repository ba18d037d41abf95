import type { SignCertificateRequest, SignCertificateResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'

/** A certificate request (A02): accepted for examination (A02.FR.11), decided by the manager. */
export default inbound<SignCertificateRequest, SignCertificateResponse>(
  'SignCertificate',
  async ({ station, connection, domain }, request) => {
    const certificateType = request.certificateType ?? null
    const taken = await domain.desk.receive({ station, connection, csr: request.csr, certificateType })
    return { status: taken ? 'Accepted' : 'Rejected' }
  },
  { note: 'Comes to the request desk, where the manager decides.' },
)
