import type { SetDefaultTariffRequest, SetDefaultTariffResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Gives a station the tariff it shows and counts by (I07). */
export default outbound<SetDefaultTariffRequest, SetDefaultTariffResponse>('SetDefaultTariff', {
  note: 'Gives the station a tariff; written out by hand.',
  answer: byStatus({ ConditionNotSupported: 'unsupported' }),
})
