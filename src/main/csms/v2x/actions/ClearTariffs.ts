import type { ClearTariffsRequest, ClearTariffsResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byParts, partOf } from '../../answers'

/** Takes tariffs from a station (I10). */
export default outbound<ClearTariffsRequest, ClearTariffsResponse>('ClearTariffs', {
  note: 'Takes tariffs from the station; written out by hand.',
  answer: ({ clearTariffsResult }) =>
    byParts(
      clearTariffsResult.map(({ tariffId = '', status, statusInfo }) =>
        partOf(tariffId, status, statusInfo, { NoTariff: 'nothing-there' }),
      ),
    ),
})
