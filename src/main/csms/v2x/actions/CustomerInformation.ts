import type { CustomerInformationRequest, CustomerInformationResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { toIdToken } from '../wire'

/** Has a station report or forget what it has stored of a person (N09, N10), named by exactly one thing (N09.FR.04). */
export default outbound<CustomerInformationRequest, CustomerInformationResponse>('CustomerInformation', {
  note: 'Has the data of a person reported or forgotten.',
  disruptive: true,
  reportedBy: ['NotifyCustomerInformation'],
  numberedBy: 'requestId',
  answer: byStatus(),
  commands: {
    'customer-information': ({ report, clear, customer }, { number, card, protocol }) => ({
      requestId: number,
      report,
      clear,
      customerIdentifier: customer ?? undefined,
      idToken: card ? toIdToken(card.token, protocol) : undefined,
    }),
  },
})
