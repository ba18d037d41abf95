import type { ReportLine, ReportSession } from '@shared/contract/reports'
import type { Cell } from '@shared/table/csv'
import { isoTime } from '@shared/table/isoTime'
import type { Table } from '@shared/table/table'
import { table } from '../../sessions/export/sessionTable'

const text = (value: string | null): Cell => value
const whole = (number: number): Cell => ({ number, places: 0 })
const kilowattHours = (mwh: number): Cell => ({ number: mwh / 1_000_000, places: mwh % 1_000 === 0 ? 3 : 6 })
const amount = (minor: number, decimals: number): Cell => ({ number: minor / 10 ** decimals, places: decimals })

/** The lines of a month. Amounts are in the site's currency. */
export function lineTable(currency: string, decimals: number): Table<ReportLine> {
  const money = (pick: (line: ReportLine) => number) => (line: ReportLine) => amount(pick(line), decimals)
  return table<ReportLine>([
    { name: 'line', cell: ({ kind, name }) => text(name || kind) },
    { name: 'detail', cell: ({ detail }) => text(detail) },
    { name: 'kind', cell: ({ kind }) => kind },
    { name: 'sessions', cell: ({ sessions }) => whole(sessions) },
    { name: 'energy_kwh', cell: ({ energyMwh }) => kilowattHours(energyMwh) },
    { name: 'energy_without_tariff_kwh', cell: ({ unpricedMwh }) => kilowattHours(unpricedMwh) },
    { name: 'sessions_split_by_time', cell: ({ splitByTime }) => whole(splitByTime) },
    { name: 'net', cell: money(({ netMinor }) => netMinor) },
    { name: 'tax', cell: money(({ taxMinor }) => taxMinor) },
    { name: 'total', cell: money(({ totalMinor }) => totalMinor) },
    { name: 'currency', cell: () => currency },
  ])
}

/** The sessions of a month. Their price is without fees for the month, and before tax that is added. */
export function sessionShareTable(currency: string, decimals: number): Table<ReportSession & { line: string }> {
  return table<ReportSession & { line: string }>([
    { name: 'session', cell: ({ sessionId }) => whole(sessionId) },
    { name: 'line', cell: ({ line }) => text(line) },
    { name: 'station', cell: ({ stationIdentity }) => text(stationIdentity) },
    { name: 'evse', cell: ({ evseId }) => (evseId === null ? null : whole(evseId)) },
    { name: 'card', cell: ({ token }) => text(token) },
    { name: 'holder', cell: ({ who }) => text(who) },
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
