import type { DataTransferRequest, DataTransferResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound, outbound } from '../../action'
import { keepVendorData, VENDOR_DATA_IN, VENDOR_DATA_OUT } from '../../messages/vendorData'

/** A vendor’s own message (1.6 §4.3). */
export default inbound<DataTransferRequest, DataTransferResponse>('DataTransfer', keepVendorData, VENDOR_DATA_IN)

/** The same in the other direction (1.6 §5.6). */
export const outgoing = outbound<DataTransferRequest, DataTransferResponse>('DataTransfer', {
  ...VENDOR_DATA_OUT,
  commands: {
    'data-transfer': ({ vendorId, messageId, data }) => ({
      vendorId,
      messageId: messageId ?? undefined,
      data: data ?? undefined,
    }),
  },
})
