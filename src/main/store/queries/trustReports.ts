import type { InstalledUse, ReportedHash } from '@shared/contract/roots'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** What a station answered last when it was asked for its trust anchors of one kind. */
export interface TrustReportRow {
  station_id: number
  use: InstalledUse
  at: number
  /** JSON of ReportedHash[]. */
  anchors: string
}

export function trustReport(db: ReadDb, stationId: number, use: InstalledUse): TrustReportRow | undefined {
  return one(db, 'SELECT * FROM trust_report WHERE station_id = ? AND use = ?', stationId, use)
}

export function trustReportsOf(db: ReadDb, stationId: number): TrustReportRow[] {
  return all(db, 'SELECT * FROM trust_report WHERE station_id = ? ORDER BY use', stationId)
}

/** What all stations answered about one kind. */
export function trustReportsFor(db: ReadDb, use: InstalledUse): TrustReportRow[] {
  return all(db, 'SELECT * FROM trust_report WHERE use = ?', use)
}

/** Puts a report in the place of the one before. */
export function putTrustReport(
  db: WriteDb,
  report: {
    readonly stationId: number
    readonly use: InstalledUse
    readonly at: number
    readonly anchors: readonly ReportedHash[]
  },
): void {
  run(
    db,
    `INSERT INTO trust_report (station_id, use, at, anchors) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET at = excluded.at, anchors = excluded.anchors`,
    report.stationId,
    report.use,
    report.at,
    JSON.stringify(report.anchors),
  )
}
