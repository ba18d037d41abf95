import type { VariableReport } from '@shared/contract/variables'
import { one, type ReadDb, run, type WriteDb } from '../handles'

interface VariableReportRow {
  id: number
  station_id: number
  request_id: number | null
  scope: VariableReport['scope']
  state: 'asked' | 'coming' | 'complete'
  asked_at: number
  last_at: number | null
  parts: string
  last_part: number | null
  left_out: number
}

/** A report as it is kept: which of its parts have come. */
export interface KeptReport {
  readonly id: number
  readonly scope: VariableReport['scope']
  readonly state: VariableReportRow['state']
  readonly askedAt: number
  readonly lastAt: number | null
  readonly parts: readonly number[]
  readonly lastPart: number | null
  readonly leftOut: number
}

function kept(row: VariableReportRow | undefined): KeptReport | undefined {
  return (
    row && {
      id: row.id,
      scope: row.scope,
      state: row.state,
      askedAt: row.asked_at,
      lastAt: row.last_at,
      parts: JSON.parse(row.parts) as number[],
      lastPart: row.last_part,
      leftOut: row.left_out,
    }
  )
}

export function insertReport(
  db: WriteDb,
  report: Pick<KeptReport, 'scope' | 'state' | 'askedAt'> & { stationId: number; requestId: number | null },
): KeptReport {
  const { stationId, requestId, scope, state, askedAt } = report
  const { id } = run(
    db,
    `INSERT INTO variable_report (station_id, request_id, scope, state, asked_at, parts, left_out)
     VALUES (?, ?, ?, ?, ?, '[]', 0)`,
    stationId,
    requestId,
    scope,
    state,
    askedAt,
  )
  return { id, scope, state, askedAt, lastAt: null, parts: [], lastPart: null, leftOut: 0 }
}

export function saveReport(db: WriteDb, report: KeptReport): void {
  run(
    db,
    'UPDATE variable_report SET state = ?, last_at = ?, parts = ?, last_part = ?, left_out = ? WHERE id = ?',
    report.state,
    report.lastAt,
    JSON.stringify(report.parts),
    report.lastPart,
    report.leftOut,
    report.id,
  )
}

/** The newest report of a station under this number: a station may count anew after a restart. */
export function reportByRequest(db: ReadDb, stationId: number, requestId: number): KeptReport | undefined {
  return kept(
    one(
      db,
      'SELECT * FROM variable_report WHERE station_id = ? AND request_id = ? ORDER BY id DESC LIMIT 1',
      stationId,
      requestId,
    ),
  )
}

export function newestReport(db: ReadDb, stationId: number): KeptReport | undefined {
  return kept(one(db, 'SELECT * FROM variable_report WHERE station_id = ? ORDER BY id DESC LIMIT 1', stationId))
}

/** The newest full report that has come wholly, before the one with the number `before`. */
export function newestFullReport(
  db: ReadDb,
  stationId: number,
  before = Number.MAX_SAFE_INTEGER,
): KeptReport | undefined {
  return kept(
    one(
      db,
      `SELECT * FROM variable_report WHERE station_id = ? AND scope = 'full' AND state = 'complete' AND id < ?
       ORDER BY id DESC LIMIT 1`,
      stationId,
      before,
    ),
  )
}

/** Forgets all but the newest `keep` reports of a station, and never one that a value refers to. */
export function forgetOldReports(db: WriteDb, stationId: number, keep: number): void {
  run(
    db,
    `DELETE FROM variable_report WHERE station_id = ?1
       AND id NOT IN (SELECT id FROM variable_report WHERE station_id = ?1 ORDER BY id DESC LIMIT ?2)
       AND id NOT IN (SELECT report_id FROM variable WHERE station_id = ?1 AND report_id IS NOT NULL)`,
    stationId,
    keep,
  )
}
