import type { ReserveNowRequest, ReserveNowResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { wireTime } from '../../wireTime'
import { fitsIdTag } from '../idTag'

/** Keeps a connector free for a card (1.6 §5.13); connector 0 leaves the choice to the charge point. */
export default outbound<ReserveNowRequest, ReserveNowResponse>('ReserveNow', {
  note: 'Keeps a connector free for a card.',
  numberedBy: 'reservationId',
  answer: byStatus(),
  commands: {
    reserve: ({ evseId, until }, { card, number }) => {
      if (!card) return null
      if (!fitsIdTag(card.token.value)) return 'too-long'
      return {
        reservationId: number,
        connectorId: evseId ?? 0,
        expiryDate: wireTime(until),
        idTag: card.token.value,
        parentIdTag: card.group === '' ? undefined : card.group,
      }
    },
  },
})
