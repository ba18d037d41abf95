import type { CommandPort } from '../../commandPort'
import type { Handlers16 } from './commands'

/** Reservations (1.6 §5.1, §5.13). */
export function reservationCommands(port: CommandPort): Handlers16<'ReserveNow' | 'CancelReservation'> {
  return {
    ReserveNow: ({ connectorId, expiryDate, idTag, parentIdTag, reservationId }) => ({
      payload: {
        status: port.reservations.reserve({
          id: reservationId,
          evseId: connectorId === 0 ? null : connectorId,
          card: { value: idTag, type: null },
          group: parentIdTag ?? null,
          expiresAt: new Date(expiryDate),
        }),
      },
    }),

    CancelReservation: ({ reservationId }) => ({
      payload: { status: port.reservations.cancel(reservationId) ? 'Accepted' : 'Rejected' },
    }),
  }
}
