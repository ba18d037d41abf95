import type { StartTransactionRequest, StartTransactionResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound, toRawEvent } from '../../action'
import { toIdTagInfo } from '../authorization'
import { started } from '../sessionEvents'

/**
 * A session begins (1.6 §4.8). It always gets a number and a verdict on its card, also when the card is not accepted:
 * withholding them would only lose the record. A repetition gets the very same answer (§3.7, errata §3.18).
 */
export default inbound<StartTransactionRequest, StartTransactionResponse>(
  'StartTransaction',
  async (incoming, request) => {
    const { domain, station, call, receivedAt } = incoming
    const event = started(request)
    const reply = await domain.sessions.begin(
      { raw: toRawEvent(incoming, null, null), event },
      (decision, transactionId) => ({
        transactionId,
        idTagInfo: decision ? toIdTagInfo(decision) : { status: 'Invalid' as const },
      }),
    )
    domain.commands.sessionBegan(station.id, {
      action: call.action,
      remoteStartId: null,
      token: request.idTag,
      evseId: request.connectorId,
      transactionId: String(reply.transactionId),
      startedAt: event.at,
      at: receivedAt,
    })
    return reply
  },
  { keepInvalid: true, note: 'Kept in the ledger before it is answered, and entered into its session.' },
)
