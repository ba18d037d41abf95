import type {
  NotifyCustomerInformationRequest,
  NotifyCustomerInformationResponse,
} from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepPart } from '../../messages/commandReport'

/** What a station keeps about a customer, as it was asked for (N09). */
export default inbound<NotifyCustomerInformationRequest, NotifyCustomerInformationResponse>(
  'NotifyCustomerInformation',
  (incoming, request) => keepPart(incoming, 'customers', request),
  { note: 'Kept as a notice about customers, and entered into the command that asked.' },
)
