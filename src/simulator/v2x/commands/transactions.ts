import type { IdToken } from '@shared/ocpp/idToken'
import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../../commandPort'
import type { Handlers2x } from './commands'

/** Remote start and stop, what a session costs and whether it runs (E14, F01–F03, I02). */
export function transactionCommands(
  port: CommandPort,
): Handlers2x<'RequestStartTransaction' | 'RequestStopTransaction' | 'GetTransactionStatus' | 'CostUpdated'> {
  const sessions = () => port.evses().flatMap(({ session }) => (session ? [session] : []))
  return {
    RequestStartTransaction: ({ chargingProfile, evseId, groupIdToken, idToken, remoteStartId }) => {
      // K05.FR.02: only a profile for the transaction to come.
      const foreign =
        chargingProfile &&
        (chargingProfile.chargingProfilePurpose !== 'TxProfile' || chargingProfile.transactionId !== undefined)
      const go = foreign
        ? null
        : port.remoteStart({
            evseId: evseId ?? null,
            token: tokenOf(idToken),
            group: groupIdToken?.idToken ?? null,
            remoteStartId,
            profile: chargingProfile ?? null,
          })
      return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
    },

    RequestStopTransaction: ({ transactionId }) => {
      const go = port.remoteStop(transactionId)
      return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
    },

    GetTransactionStatus: ({ transactionId }) => {
      const messagesInQueue = port.holdsMessages(transactionId ?? null)
      // E14: without a transaction there is nothing to be ongoing.
      if (transactionId === undefined) return { payload: { messagesInQueue } }
      const ongoingIndicator = sessions().some((session) => session.transactionId === transactionId)
      return { payload: { ongoingIndicator, messagesInQueue } }
    },

    CostUpdated: ({ totalCost, transactionId }) => {
      port.setCost(transactionId, totalCost)
      return { payload: {} }
    },
  }
}

/** A token of the wire; a kind that only 2.1 has is taken for one of the server's own. */
function tokenOf({ idToken, type }: OCPP21.IdTokenType): IdToken {
  return { value: idToken, type: ID_TOKEN_TYPES.find((known) => known === type) ?? 'Central' }
}
