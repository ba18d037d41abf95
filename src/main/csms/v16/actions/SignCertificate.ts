import type { SignCertificateRequest, SignCertificateResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'

/** A certificate request (1.6 security extension A02): accepted for examination, decided by the manager. */
export default inbound<SignCertificateRequest, SignCertificateResponse>(
  'SignCertificate',
  async ({ station, connection, domain }, request) => {
    const { csr } = request
    const taken = await domain.desk.receive({ station, connection, csr, certificateType: null, stationRequestId: null })
    return { status: taken ? 'Accepted' : 'Rejected' }
  },
  { note: 'Comes to the request desk, where the manager decides.' },
)
