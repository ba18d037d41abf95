import type { ReservationStatusUpdateRequest, ReservationStatusUpdateResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepReport } from '../../messages/commandReport'

/** A reservation ended without being used (H04). The station could keep its word or not: either way it is over. */
export default inbound<ReservationStatusUpdateRequest, ReservationStatusUpdateResponse>(
  'ReservationStatusUpdate',
  (incoming, { reservationId, reservationUpdateStatus }) =>
    keepReport(incoming, 'reservations', {
      requestId: reservationId,
      status: reservationUpdateStatus,
      detail: null,
      final: true,
      failed: reservationUpdateStatus !== 'Expired',
    }),
  { note: 'Kept as a notice about reservations, and entered into the command that reserved.' },
)
