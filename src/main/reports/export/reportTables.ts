import type { ReportSession } from '@shared/contract/reports'
import { isoTime } from '@shared/table/isoTime'
import { amount, kilowattHours, whole } from '@shared/table/reportLineTable'
import { type Table, table } from '@shared/table/table'

/** The sessions of a month. Their price is without fees for the month, and before tax that is added. */
export function sessionShareTable(currency: string, decimals: number): Table<ReportSession & { line: string }> {
  return table<ReportSession & { line: string }>([
    { name: 'session', cell: ({ sessionId }) => whole(sessionId) },
    { name: 'line', cell: ({ line }) => line },
    { name: 'station', cell: ({ stationIdentity }) => stationIdentity },
    { name: 'evse', cell: ({ evseId }) => (evseId === null ? null : whole(evseId)) },
    { name: 'card', cell: ({ token }) => token },
    { name: 'holder', cell: ({ who }) => who },
    { name: 'started', cell: ({ beganAt }) => isoTime(beganAt) },
    { name: 'ended', cell: ({ endedAt }) => isoTime(endedAt) },
    { name: 'energy_kwh', cell: ({ energyMwh }) => kilowattHours(energyMwh) },
    { name: 'whole_session_kwh', cell: ({ wholeEnergyMwh }) => kilowattHours(wholeEnergyMwh) },
    { name: 'split', cell: ({ split }) => split },
    // Thousandths of the smallest unit: not everything is rounded session by session.
    {
      name: 'energy_price',
      cell: ({ energyMilliMinor }) => amount(energyMilliMinor, decimals + 3),
    },
    { name: 'session_fee', cell: ({ feeMinor }) => amount(feeMinor, decimals) },
    { name: 'currency', cell: () => currency },
  ])
}
