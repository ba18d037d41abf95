import type { TransactionEventRequest, TransactionEventResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound, toRawEvent } from '../../action'
import { toIdTokenInfo } from '../authorization'
import { toSessionEvent } from '../sessionEvents'

/**
 * A session began, went on or ended (E01–E12). Never answered with an error for what it says: a station discards the
 * event after its last try (E13.FR.04), and doubts belong to the ledger, not to the station.
 */
export default inbound<TransactionEventRequest, TransactionEventResponse>(
  'TransactionEvent',
  (incoming, request) => {
    const { domain, station, call, receivedAt } = incoming
    const { transactionInfo, seqNo, evse } = request
    const { transactionId, remoteStartId } = transactionInfo
    const event = toSessionEvent(request)
    const reply = domain.sessions.record(
      { raw: toRawEvent(incoming, transactionId, seqNo), event },
      // E01.FR.12: the verdict comes whenever the event names a card.
      (decision) => (decision ? { idTokenInfo: toIdTokenInfo(decision) } : {}),
    )
    if (remoteStartId === undefined) return reply
    // F01.FR.25, F02.FR.01: the first event after a remote start says which one it was.
    return reply.then((answer) => {
      domain.commands.sessionBegan(station.id, {
        action: call.action,
        remoteStartId,
        token: event.token?.value ?? null,
        evseId: evse?.id ?? null,
        transactionId,
        startedAt: event.at,
        at: receivedAt,
      })
      return answer
    })
  },
  { keepInvalid: true, note: 'Kept in the ledger before it is answered, and entered into its session.' },
)
