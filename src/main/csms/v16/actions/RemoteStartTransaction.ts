import type { RemoteStartTransactionRequest, RemoteStartTransactionResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { fitsIdTag } from '../idTag'

/** Starts a session in the name of a card (1.6 §5.11); it always needs one. */
export default outbound<RemoteStartTransactionRequest, RemoteStartTransactionResponse>('RemoteStartTransaction', {
  note: 'Starts a session in the name of a card; that it began is entered into the command.',
  canWait: false,
  reportedBy: ['StartTransaction'],
  goesOn: false,
  answer: byStatus(),
  commands: {
    'start-session': ({ evseId }, { card }) => {
      if (!card) return null
      if (!fitsIdTag(card.token.value)) return 'too-long'
      return { idTag: card.token.value, connectorId: evseId ?? undefined }
    },
  },
})
