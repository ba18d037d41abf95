import type { CancelReservationRequest, CancelReservationResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Gives a reservation up (H02). */
export default outbound<CancelReservationRequest, CancelReservationResponse>('CancelReservation', {
  note: 'Gives a reservation up.',
  answer: byStatus(),
  commands: { 'cancel-reservation': ({ reservationId }) => ({ reservationId }) },
})
