import type { DeleteCertificateRequest, DeleteCertificateResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Takes a certificate away (M04). */
export default outbound<DeleteCertificateRequest, DeleteCertificateResponse>('DeleteCertificate', {
  note: 'Takes a certificate away.',
  disruptive: true,
  answer: byStatus({ NotFound: 'nothing-there' }),
  commands: { 'delete-certificate': (certificateHashData) => ({ certificateHashData }) },
})
