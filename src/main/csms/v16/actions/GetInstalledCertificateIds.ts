import type {
  GetInstalledCertificateIdsRequest,
  GetInstalledCertificateIdsResponse,
} from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { CERTIFICATE_USES } from '../certificateUses'

/** Asks which trust anchors a charge point has (1.6 security extension M03). NotFound is an answer too: it has none. */
export default outbound<GetInstalledCertificateIdsRequest, GetInstalledCertificateIdsResponse>(
  'GetInstalledCertificateIds',
  {
    note: 'Asks which trust anchors the charge point has; they stand in the answer.',
    answer: byStatus({ NotFound: 'nothing-there' }),
    commands: {
      'installed-certificates': ({ use }) => {
        const certificateType = CERTIFICATE_USES[use]
        return certificateType ? { certificateType } : null
      },
    },
  },
)
