import type { InstallCertificateRequest, InstallCertificateResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { CERTIFICATE_USES } from '../certificateUses'

/** Installs a trust anchor (1.6 security extension M05). */
export default outbound<InstallCertificateRequest, InstallCertificateResponse>('InstallCertificate', {
  note: 'Installs a trust anchor.',
  disruptive: true,
  answer: byStatus(),
  commands: {
    'install-certificate': ({ use, certificate }) => {
      const certificateType = CERTIFICATE_USES[use]
      return certificateType ? { certificateType, certificate } : null
    },
  },
})
