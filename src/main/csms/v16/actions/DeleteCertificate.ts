import type { DeleteCertificateRequest, DeleteCertificateResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Takes a trust anchor away (1.6 security extension M04). */
export default outbound<DeleteCertificateRequest, DeleteCertificateResponse>('DeleteCertificate', {
  note: 'Takes a trust anchor away.',
  disruptive: true,
  answer: byStatus({ NotFound: 'nothing-there' }),
  commands: { 'delete-certificate': (certificateHashData) => ({ certificateHashData }) },
})
