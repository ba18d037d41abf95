import type { ReportLine } from '../contract/reports'
import type { Cell } from './csv'
import { type Table, table } from './table'

export const whole = (number: number): Cell => ({ number, places: 0 })
/** Energy in milliwatt-hours. */
export const kilowattHours = (mwh: number): Cell => ({ number: mwh / 1_000_000, places: mwh % 1_000 === 0 ? 3 : 6 })
/** Money in the smallest unit of a currency with so many decimals. */
export const amount = (minor: number, decimals: number): Cell => ({ number: minor / 10 ** decimals, places: decimals })

/** The lines of a month. Amounts are in the site's currency. */
export function lineTable(currency: string, decimals: number): Table<ReportLine> {
  const money = (pick: (line: ReportLine) => number) => (line: ReportLine) => amount(pick(line), decimals)
  return table<ReportLine>([
    { name: 'line', cell: ({ kind, name }) => name || kind },
    { name: 'detail', cell: ({ detail }) => detail },
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
