import type { ReserveNowRequest, ReserveNowResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { wireTime } from '../../wireTime'
import { toGroup, toIdToken } from '../wire'

/** Keeps an EVSE free for a card (H01). That it was given up or ran out is reported later (H04). */
export default outbound<ReserveNowRequest, ReserveNowResponse>('ReserveNow', {
  note: 'Keeps an EVSE free for a card.',
  reportedBy: ['ReservationStatusUpdate'],
  goesOn: false,
  numberedBy: 'id',
  answer: byStatus(),
  commands: {
    reserve: ({ evseId, until }, { card, number, protocol }) =>
      card
        ? {
            id: number,
            expiryDateTime: wireTime(until),
            evseId: evseId ?? undefined,
            idToken: toIdToken(card.token, protocol),
            groupIdToken: toGroup(card.group),
          }
        : null,
  },
})
