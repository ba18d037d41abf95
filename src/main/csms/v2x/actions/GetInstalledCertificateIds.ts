import type {
  GetInstalledCertificateIdsRequest,
  GetInstalledCertificateIdsResponse,
} from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { certificateUse } from '../certificateUses'

/** Asks which trust anchors a station has (M03). NotFound is an answer too: it has none (M03.FR.02). */
export default outbound<GetInstalledCertificateIdsRequest, GetInstalledCertificateIdsResponse>(
  'GetInstalledCertificateIds',
  {
    note: 'Asks which trust anchors the station has; they stand in the answer.',
    answer: byStatus({ NotFound: 'nothing-there' }),
    commands: {
      'installed-certificates': ({ use }, { protocol }) => {
        const certificateType = certificateUse(use, protocol)
        return certificateType ? { certificateType: [certificateType] } : null
      },
    },
  },
)
