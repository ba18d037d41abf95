import type { VatNumberValidationRequest, VatNumberValidationResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'
import { notHere } from '../notHere'

/** A driver wants a receipt for a company (C21). VAT numbers can't be looked up without the internet. */
export default inbound<VatNumberValidationRequest, VatNumberValidationResponse>(
  'VatNumberValidation',
  async (incoming, { vatNumber, evseId }) => {
    await incoming.domain.notices.keep(toTold(incoming, 'payments'))
    return {
      status: 'Rejected',
      vatNumber,
      ...(evseId === undefined ? {} : { evseId }),
      statusInfo: notHere('vatNumbers'),
    }
  },
  { note: 'Answered Rejected: VAT numbers are not looked up. Kept as a notice about payments.' },
)
