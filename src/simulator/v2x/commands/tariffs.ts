import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../../commandPort'
import type { Handlers2x } from './commands'

/** Tariffs (2.1, I07–I12). It keeps and shows them; it can not tell prices by conditions, and says so. */
export function tariffCommands(
  port: CommandPort,
): Handlers2x<'SetDefaultTariff' | 'GetTariffs' | 'ClearTariffs' | 'ChangeTransactionTariff'> {
  const byEvse = new Map<number, OCPP21.TariffType>()
  const byTransaction = new Map<string, OCPP21.TariffType>()
  const running = () => port.evses().flatMap(({ session }) => (session?.transactionId ? [session.transactionId] : []))

  return {
    SetDefaultTariff: ({ evseId, tariff }) => {
      if (evseId !== 0 && !port.hasEvse(evseId)) return { payload: { status: 'Rejected' } }
      if (hasConditions(tariff)) return { payload: { status: 'ConditionNotSupported' } }
      for (const id of evseId === 0 ? port.evses().map((evse) => evse.id) : [evseId]) byEvse.set(id, tariff)
      return { payload: { status: 'Accepted' } }
    },

    GetTariffs: ({ evseId }) => {
      if (evseId !== 0 && !port.hasEvse(evseId)) return { payload: { status: 'Rejected' } }
      const ids = [...byEvse].filter(([id]) => evseId === 0 || id === evseId)
      const [first, ...rest] = [...new Set(ids.map(([, { tariffId }]) => tariffId))].map((tariffId) => {
        const evseIds = ids.filter(([, tariff]) => tariff.tariffId === tariffId).map(([id]) => id)
        return { tariffId, tariffKind: 'DefaultTariff', evseIds } as const
      })
      if (!first) return { payload: { status: 'NoTariff' } }
      return { payload: { status: 'Accepted', tariffAssignments: [first, ...rest] } }
    },

    ClearTariffs: ({ tariffIds, evseId }) => {
      const gone = new Set<string>()
      for (const [id, { tariffId }] of byEvse) {
        if ((evseId !== undefined && evseId !== id) || (tariffIds && !tariffIds.includes(tariffId))) continue
        byEvse.delete(id)
        gone.add(tariffId)
      }
      const asked = tariffIds ?? [...gone]
      const [first, ...rest] = asked.map((tariffId): OCPP21.ClearTariffsResultType => {
        return { tariffId, status: gone.has(tariffId) ? 'Accepted' : 'NoTariff' }
      })
      // I11: nothing named and nothing there is one result without a name.
      return { payload: { clearTariffsResult: first ? [first, ...rest] : [{ status: 'NoTariff' }] } }
    },

    ChangeTransactionTariff: ({ tariff, transactionId }) => {
      if (!running().includes(transactionId)) return { payload: { status: 'TxNotFound' } }
      if (hasConditions(tariff)) return { payload: { status: 'ConditionNotSupported' } }
      const before = byTransaction.get(transactionId) ?? [...byEvse.values()][0]
      // I12: the currency of a running transaction stays.
      if (before && before.currency !== tariff.currency) return { payload: { status: 'NoCurrencyChange' } }
      byTransaction.set(transactionId, tariff)
      return { payload: { status: 'Accepted' } }
    },
  }
}

function hasConditions({
  chargingTime,
  energy,
  fixedFee,
  idleTime,
  reservationFixed,
  reservationTime,
}: OCPP21.TariffType) {
  return [chargingTime, energy, fixedFee, idleTime, reservationFixed, reservationTime].some((part) =>
    part?.prices.some(({ conditions }) => conditions !== undefined),
  )
}
