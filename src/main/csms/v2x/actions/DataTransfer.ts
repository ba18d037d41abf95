import type { DataTransferRequest, DataTransferResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound, outbound } from '../../action'
import { byStatus } from '../../answers'
import { keepVendorData } from '../../messages/vendorData'

/** A vendor’s own message (P02). */
export default inbound<DataTransferRequest, DataTransferResponse>('DataTransfer', keepVendorData, {
  note: 'Answered UnknownVendorId; kept as a notice about the vendor’s own.',
})

/** The same in the other direction (P01). */
export const outgoing = outbound<DataTransferRequest, DataTransferResponse>('DataTransfer', {
  note: 'Sends a message of a vendor’s own.',
  answer: byStatus({ UnknownVendorId: 'unsupported' }),
  commands: {
    'data-transfer': ({ vendorId, messageId, data }) => ({
      vendorId,
      messageId: messageId ?? undefined,
      // Any JSON by the schema, which the generated type does not say.
      data: (data ?? undefined) as DataTransferRequest['data'],
    }),
  },
})
