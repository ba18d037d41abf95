import type { RequestStartTransactionRequest, RequestStartTransactionResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { toGroup, toIdToken } from '../wire'

/** Starts a session in the name of a card (F01, F02), or of nobody (C02). */
export default outbound<RequestStartTransactionRequest, RequestStartTransactionResponse>('RequestStartTransaction', {
  note: 'Starts a session in the name of a card, or without one; that it began is entered into the command.',
  canWait: false,
  reportedBy: ['TransactionEvent'],
  goesOn: false,
  numberedBy: 'remoteStartId',
  answer: byStatus(),
  commands: {
    'start-session': ({ evseId }, { card, number, protocol }) => ({
      remoteStartId: number,
      evseId: evseId ?? undefined,
      idToken: card ? toIdToken(card.token, protocol) : { idToken: '', type: 'NoAuthorization' },
      groupIdToken: card ? toGroup(card.group) : undefined,
    }),
  },
})
