import type { DataTransferRequest, DataTransferResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound, outbound } from '../../action'
import { keepVendorData, VENDOR_DATA_IN, VENDOR_DATA_OUT } from '../../messages/vendorData'

/** A vendor’s own message (P02). */
export default inbound<DataTransferRequest, DataTransferResponse>('DataTransfer', keepVendorData, VENDOR_DATA_IN)

/** The same in the other direction (P01). */
export const outgoing = outbound<DataTransferRequest, DataTransferResponse>('DataTransfer', {
  ...VENDOR_DATA_OUT,
  commands: {
    'data-transfer': ({ vendorId, messageId, data }) => ({
      vendorId,
      messageId: messageId ?? undefined,
      // Any JSON by the schema, which the generated type does not say.
      data: (data ?? undefined) as DataTransferRequest['data'],
    }),
  },
})
