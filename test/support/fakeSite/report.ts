import type { ReportHead } from '@shared/contract/reports'

/** The report of a month in which nobody charged. */
export function emptyReport(month: string, madeAt: number): ReportHead {
  const from = Date.parse(`${month}-01T00:00:00Z`)
  const total = { sessions: 0, energyMwh: 0, unpricedMwh: 0, splitByTime: 0, netMinor: 0, taxMinor: 0, totalMinor: 0 }
  return {
    month,
    from,
    to: new Date(from).setUTCMonth(new Date(from).getUTCMonth() + 1),
    timeZone: 'UTC',
    siteName: 'Fake site',
    issuer: { addressLines: [], currency: 'EUR' },
    tariffs: [],
    total,
    apart: 0,
    madeAt,
    readingsApartMs: 900_000,
  }
}
