import type { CancelReservationRequest, CancelReservationResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Gives a reservation up (1.6 §5.1). */
export default outbound<CancelReservationRequest, CancelReservationResponse>('CancelReservation', {
  note: 'Gives a reservation up.',
  answer: byStatus(),
  commands: { 'cancel-reservation': ({ reservationId }) => ({ reservationId }) },
})
