import type { ChangeTransactionTariffRequest, ChangeTransactionTariffResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Changes the price of a running session (I11). */
export default outbound<ChangeTransactionTariffRequest, ChangeTransactionTariffResponse>('ChangeTransactionTariff', {
  note: 'Changes the tariff of a running session; written out by hand.',
  canWait: false,
  answer: byStatus({ ConditionNotSupported: 'unsupported' }),
})
