import type { ReportHead, ReportLine } from '@shared/contract/reports'

/** Of a line or a month in which nobody charged. */
export const NOTHING_CHARGED = {
  sessions: 0,
  energyMwh: 0,
  unpricedMwh: 0,
  splitByTime: 0,
  netMinor: 0,
  taxMinor: 0,
  totalMinor: 0,
}

/** The report of a month in which nobody charged. */
export function emptyReport(month: string, madeAt: number): ReportHead {
  const from = Date.parse(`${month}-01T00:00:00Z`)
  return {
    month,
    from,
    to: new Date(from).setUTCMonth(new Date(from).getUTCMonth() + 1),
    timeZone: 'UTC',
    siteName: 'Fake site',
    issuer: { addressLines: [], currency: 'EUR' },
    tariffs: [],
    total: NOTHING_CHARGED,
    apart: 0,
    madeAt,
    readingsApartMs: 900_000,
  }
}

/** So many lines of a report, each of another card. */
export const sampleLines = (count: number): ReportLine[] =>
  Array.from({ length: count }, (_, place) => ({
    ...NOTHING_CHARGED,
    key: `card ${place + 1}`,
    kind: 'card',
    name: `Card ${place + 1}`,
    detail: '',
    charges: [],
  }))
