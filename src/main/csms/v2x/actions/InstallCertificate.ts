import type { InstallCertificateRequest, InstallCertificateResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { certificateUse } from '../certificateUses'

/** Installs a trust anchor (M05). */
export default outbound<InstallCertificateRequest, InstallCertificateResponse>('InstallCertificate', {
  note: 'Installs a trust anchor.',
  disruptive: true,
  answer: byStatus(),
  commands: {
    'install-certificate': ({ use, certificate }, { protocol }) => {
      const certificateType = certificateUse(use, protocol)
      return certificateType ? { certificateType, certificate } : null
    },
  },
})
