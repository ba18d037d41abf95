import { z } from 'zod'
import { command } from './command'
import { CardChoice, Evse, field, INTEGER_MAX, Moment, optional } from './fields'

/** Keeps an EVSE free for a card (H01; 1.6 §5.13). */
export const reserve = command(
  'reserve',
  'reservations',
  {},
  z.object({
    cardId: CardChoice,
    /** Null reserves any EVSE, if the station can. */
    evseId: optional(Evse),
    until: Moment,
  }),
)

/** Gives a reservation up (H02; 1.6 §5.1). */
export const cancelReservation = command(
  'cancel-reservation',
  'reservations',
  {},
  z.object({ reservationId: field('reservation', z.number().int().min(0).max(INTEGER_MAX)) }),
)
