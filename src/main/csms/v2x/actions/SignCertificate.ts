import type {
  CertificateHashDataType,
  SignCertificateRequest,
  SignCertificateResponse,
} from 'typed-ocpp/dist/ocpp21/types.js'
import { cameOver } from '../../../ca/desk/intake'
import { inbound } from '../../action'

function withoutCustomData({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertificateHashDataType) {
  return { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }
}

/** A certificate request (A02): accepted for examination (A02.FR.11), decided by the manager. */
export default inbound<SignCertificateRequest, SignCertificateResponse>(
  'SignCertificate',
  async ({ station, connection, domain }, request) => {
    const { csr, certificateType = null, requestId = null, hashRootCertificate: root } = request
    const { kind } = await domain.desk.receive({
      owner: { kind: 'station', id: station.id },
      connection: cameOver(connection),
      csr,
      certificateType,
      stationRequestId: requestId,
      askedRoot: root ? withoutCustomData(root) : null,
    })
    return { status: kind === 'taken' ? 'Accepted' : 'Rejected' }
  },
  { note: 'Comes to the request desk, where the manager decides.' },
)
