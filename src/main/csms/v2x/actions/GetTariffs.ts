import type { GetTariffsRequest, GetTariffsResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Asks which tariffs a station has (I09). NoTariff is an answer too: it has none. */
export default outbound<GetTariffsRequest, GetTariffsResponse>('GetTariffs', {
  note: 'Asks which tariffs the station has; they stand in the answer.',
  answer: byStatus({ NoTariff: 'nothing-there' }),
})
