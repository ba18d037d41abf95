import type { DataTransferRequest, DataTransferResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepVendorData } from '../../messages/vendorData'

/** A vendor’s own message (P02). */
export default inbound<DataTransferRequest, DataTransferResponse>('DataTransfer', keepVendorData, {
  note: 'Answered UnknownVendorId; kept as a notice.',
})
