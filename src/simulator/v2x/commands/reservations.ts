import type { CommandPort } from '../../commandPort'
import type { Handlers2x } from './commands'

/** Reservations (H01, H02). */
export function reservationCommands(port: CommandPort): Handlers2x<'ReserveNow' | 'CancelReservation'> {
  return {
    ReserveNow: ({ id, expiryDateTime, connectorType, idToken, evseId, groupIdToken }) => {
      // H01.FR.06: every plug here is a fixed type 2 cable.
      if (connectorType !== undefined && connectorType !== 'cType2') return { payload: { status: 'Rejected' } }
      const status = port.reservations.reserve({
        id,
        evseId: evseId ?? null,
        card: { value: idToken.idToken, type: idToken.type },
        group: groupIdToken?.idToken ?? null,
        expiresAt: new Date(expiryDateTime),
      })
      return { payload: { status } }
    },

    CancelReservation: ({ reservationId }) => ({
      payload: { status: port.reservations.cancel(reservationId) ? 'Accepted' : 'Rejected' },
    }),
  }
}
