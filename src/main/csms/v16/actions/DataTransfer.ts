import type { DataTransferRequest, DataTransferResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound, outbound } from '../../action'
import { byStatus } from '../../answers'
import { keepVendorData } from '../../messages/vendorData'

/** A vendor’s own message (1.6 §4.3). */
export default inbound<DataTransferRequest, DataTransferResponse>('DataTransfer', keepVendorData, {
  note: 'Answered UnknownVendorId; kept as a notice about the vendor’s own.',
})

/** The same in the other direction (1.6 §5.6). */
export const outgoing = outbound<DataTransferRequest, DataTransferResponse>('DataTransfer', {
  note: 'Sends a message of a vendor’s own.',
  answer: byStatus({ UnknownVendorId: 'unsupported' }),
  commands: {
    'data-transfer': ({ vendorId, messageId, data }) => ({
      vendorId,
      messageId: messageId ?? undefined,
      data: data ?? undefined,
    }),
  },
})
