import type { StationVariable, VariableReport } from '@shared/contract/variables'
import { isClock, isSecretVariable, type LearnedVariable } from '@shared/ocpp/variable'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import {
  forgetOldReports,
  insertReport,
  type KeptReport,
  newestFullReport,
  newestReport,
  reportByRequest,
  saveReport,
} from '../store/queries/variableReports'
import {
  countDifferences,
  countVariables,
  findVariables,
  markGone,
  saveVariable,
  toStationVariable,
  type VariableFilter,
  type VariableRow,
  variableById,
  variableRow,
} from '../store/queries/variables'
import { VARIABLE_LIMITS, type VariableLimits } from './limits'
import { hasAllParts, withPart } from './reportParts'
import { type FullReport, type Standing, standingAfter } from './standing'

/** One part of a report, as NotifyReport brings it. */
export interface ReportPart {
  readonly requestId: number
  readonly seqNo: number
  readonly last: boolean
  readonly entries: readonly LearnedVariable[]
}

/** How far a report has come with a part. */
export type ReportProgress = 'coming' | 'complete' | 'incomplete'

/** What the stations told about their variables (2.x) and configuration keys (1.6). */
export interface Variables {
  /**
   * A report was asked for under this number; `full` when the station will tell all it has, so that what is missing is
   * gone. To be called before the request is sent: the first part may come before its answer.
   */
  reportAsked(stationId: number, requestId: number, scope: 'full' | 'part'): Promise<void>
  /**
   * What a station answered when it was asked for values. With `complete` these are all it has (a 1.6 configuration
   * without named keys). Resolves when it is on disk.
   */
  learned(
    stationId: number,
    entries: readonly LearnedVariable[],
    options?: { readonly complete?: boolean },
  ): Promise<void>
  /** A part of a report (B07, B08); resolves when it is on disk. A report that nobody asked for is taken as a partial one. */
  reportPart(stationId: number, part: ReportPart): Promise<ReportProgress>
  find(filter: VariableFilter): { entries: StationVariable[]; next: number | null; total: number }
  /** Null when it is not known any more. */
  get(variableId: number): StationVariable | null
  reports(stationId: number): {
    newest: VariableReport | null
    full: VariableReport | null
    counts: ReturnType<typeof countDifferences>
  }
}

export interface VariablesDeps {
  readonly store: Store
  readonly changes: Changes
  readonly clock: Clock
  readonly limits?: Partial<VariableLimits>
}

export function createVariables(deps: VariablesDeps): Variables {
  const { store, changes, clock } = deps
  const limits = { ...VARIABLE_LIMITS, ...deps.limits }

  /** @returns how many were left out */
  const save = (
    db: WriteDb,
    stationId: number,
    entries: readonly LearnedVariable[],
    report: FullReport | null,
  ): number => {
    const at = clock()
    let room = limits.perStation - countVariables(db, stationId)
    let leftOut = 0
    for (const learned of entries) {
      const row = variableRow(db, stationId, learned)
      if (row === undefined && room <= 0) {
        leftOut += 1
        continue
      }
      if (row === undefined) room -= 1
      const hidden = isSecretVariable(learned) || (learned.mutability ?? row?.mutability) === 'WriteOnly'
      const value = hidden ? null : learned.value
      const before = row && standingOf(row)
      const standing = standingAfter(before && isClock(learned) ? goneOn(before, value) : before, value, report)
      const differs = row !== undefined && row.value !== value
      saveVariable(db, stationId, {
        ...standing,
        learned,
        reportedAt: at,
        // What was kept before it was known to be a secret goes, too.
        ...(hidden ? { baseValue: null, reportValue: null } : {}),
        previousValue: hidden ? null : differs ? row.value : (row?.previous_value ?? null),
        changedAt: differs ? at : (row?.changed_at ?? null),
      })
    }
    return leftOut
  }

  const asFull = (db: WriteDb, stationId: number, { id, scope }: KeptReport): FullReport | null =>
    scope === 'full' ? { id, hasPredecessor: newestFullReport(db, stationId, id) !== undefined } : null

  return {
    async reportAsked(stationId, requestId, scope) {
      await store.writer.write((db) => {
        insertReport(db, { stationId, requestId, scope, state: 'asked', askedAt: clock() })
        forgetOldReports(db, stationId, limits.reportsPerStation)
      })
      changes.emit('variables', stationId)
    },

    async learned(stationId, entries, { complete = false } = {}) {
      await store.writer.write((db) => {
        if (!complete) return void save(db, stationId, entries, null)
        const at = clock()
        const report = insertReport(db, { stationId, requestId: null, scope: 'full', state: 'complete', askedAt: at })
        const leftOut = save(db, stationId, entries, asFull(db, stationId, report))
        saveReport(db, { ...report, lastAt: at, leftOut })
        markGone(db, stationId, report.id)
        forgetOldReports(db, stationId, limits.reportsPerStation)
      })
      changes.emit('variables', stationId)
    },

    async reportPart(stationId, part) {
      const { requestId, seqNo, last, entries } = part
      const progress = await store.writer.write((db): ReportProgress => {
        const at = clock()
        const known = reportByRequest(db, stationId, requestId)
        const report = known ?? insertReport(db, { stationId, requestId, scope: 'part', state: 'coming', askedAt: at })
        // The numbers are the station's word: one that counts on without being asked makes a new report each time.
        if (!known) forgetOldReports(db, stationId, limits.reportsPerStation)
        const leftOut = save(db, stationId, entries, asFull(db, stationId, report))
        const now = withPart(report, seqNo, last, limits.partsPerReport)
        const whole = hasAllParts(now)
        // Only a report that has come wholly can say that something is not there any more.
        if (whole && report.state !== 'complete' && report.scope === 'full') markGone(db, stationId, report.id)
        saveReport(db, {
          ...now,
          state: whole ? 'complete' : 'coming',
          lastAt: at,
          leftOut: report.leftOut + leftOut,
        })
        if (whole) return 'complete'
        return now.lastPart === null ? 'coming' : 'incomplete'
      })
      changes.emit('variables', stationId)
      return progress
    },

    find(filter) {
      const { rows, total } = findVariables(store.read, filter)
      const { limit, offset } = filter
      return {
        entries: rows.slice(0, limit).map(toStationVariable),
        next: rows.length > limit ? offset + limit : null,
        total,
      }
    },

    get(variableId) {
      const row = variableById(store.read, variableId)
      return row ? toStationVariable(row) : null
    },

    reports(stationId) {
      return {
        newest: toView(newestReport(store.read, stationId)),
        full: toView(newestFullReport(store.read, stationId)),
        counts: countDifferences(store.read, stationId),
      }
    },
  }
}

function standingOf(row: VariableRow): Standing {
  return {
    value: row.value,
    difference: row.difference,
    reportId: row.report_id,
    reportValue: row.report_value,
    baseValue: row.base_value,
  }
}

/** A clock as if it had shown this all the time. */
function goneOn(before: Standing, value: string | null): Standing {
  return { ...before, value, reportValue: value, baseValue: value }
}

function toView(report: KeptReport | undefined): VariableReport | null {
  if (report === undefined) return null
  const { id, scope, askedAt, lastAt, leftOut } = report
  const incomplete = report.state === 'coming' && report.lastPart !== null
  const state = incomplete ? 'incomplete' : report.state
  return { id, scope, state, askedAt, lastAt, parts: report.parts.length, leftOut }
}
