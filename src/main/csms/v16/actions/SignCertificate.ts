import type { SignCertificateRequest, SignCertificateResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { cameOver } from '../../../ca/desk/intake'
import { inbound } from '../../action'

/** A certificate request (1.6 security extension A02): accepted for examination, decided by the manager. */
export default inbound<SignCertificateRequest, SignCertificateResponse>(
  'SignCertificate',
  async ({ station, connection, domain }, request) => {
    const { kind } = await domain.desk.receive({
      owner: { kind: 'station', id: station.id },
      connection: cameOver(connection),
      csr: request.csr,
      certificateType: null,
      stationRequestId: null,
      askedRoot: null,
    })
    return { status: kind === 'taken' ? 'Accepted' : 'Rejected' }
  },
  { note: 'Comes to the request desk, where the manager decides.' },
)
