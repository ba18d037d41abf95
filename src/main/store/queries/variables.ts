import type { StationVariable, VariableDifference } from '@shared/contract/variables'
import {
  isSecretVariable,
  type LearnedVariable,
  type Mutability,
  ofWholeStation,
  type VariableAttribute,
  type VariableDataType,
  type VariableName,
} from '@shared/ocpp/variable'
import { all, one, type ReadDb, run, type SqlValue, type WriteDb } from '../handles'
import { likeAnywhere } from './page'

export interface VariableRow {
  id: number
  station_id: number
  component: string
  component_instance: string
  evse_id: number
  connector_id: number
  variable: string
  variable_instance: string
  attribute: VariableAttribute
  value: string | null
  mutability: Mutability | null
  data_type: VariableDataType | null
  unit: string | null
  min: number | null
  max: number | null
  choices: string | null
  reported_at: number
  previous_value: string | null
  changed_at: number | null
  difference: VariableDifference
  report_id: number | null
  report_value: string | null
  base_value: string | null
}

/** Stands in a key where there is no EVSE or connector. */
const NONE = -1

const nameValues = (name: VariableName): SqlValue[] => [
  name.component,
  name.componentInstance ?? '',
  name.evseId ?? NONE,
  name.connectorId ?? NONE,
  name.variable,
  name.variableInstance ?? '',
  name.attribute,
]

/**
 * A positive whole number that a station told of itself; null when it never did, or told something else. In 1.6 the
 * component is ''.
 */
export function toldNumber(
  db: ReadDb,
  stationId: number,
  { component, variable, variableInstance = null }: ToldName,
): number | null {
  const told = Number(variableRow(db, stationId, ofWholeStation(component, variable, variableInstance))?.value)
  return Number.isInteger(told) && told > 0 ? told : null
}

/** A variable of the whole station. */
export type ToldName = Pick<VariableName, 'component' | 'variable'> & Partial<Pick<VariableName, 'variableInstance'>>

/** The row of a variable; names are compared without case. */
export function variableRow(db: ReadDb, stationId: number, name: VariableName): VariableRow | undefined {
  return one(
    db,
    `SELECT * FROM variable WHERE station_id = ? AND component = ? AND component_instance = ? AND evse_id = ?
       AND connector_id = ? AND variable = ? AND variable_instance = ? AND attribute = ?`,
    stationId,
    ...nameValues(name),
  )
}

export function variableById(db: ReadDb, id: number): VariableRow | undefined {
  return one(db, 'SELECT * FROM variable WHERE id = ?', id)
}

/** What a variable's row becomes: what was learned, and how it stands. */
export interface VariableColumns {
  readonly learned: LearnedVariable
  readonly value: string | null
  readonly reportedAt: number
  readonly previousValue: string | null
  readonly changedAt: number | null
  readonly difference: VariableDifference
  readonly reportId: number | null
  readonly reportValue: string | null
  readonly baseValue: string | null
}

/** Inserts or replaces the row; the spelling of the name that came first stays, and so does what was not said again. */
export function saveVariable(db: WriteDb, stationId: number, columns: VariableColumns): void {
  const { learned } = columns
  run(
    db,
    `INSERT INTO variable (station_id, component, component_instance, evse_id, connector_id, variable,
       variable_instance, attribute, value, mutability, data_type, unit, min, max, choices, reported_at,
       previous_value, changed_at, difference, report_id, report_value, base_value)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value, mutability = coalesce(excluded.mutability, mutability),
       data_type = coalesce(excluded.data_type, data_type), unit = coalesce(excluded.unit, unit),
       min = coalesce(excluded.min, min), max = coalesce(excluded.max, max),
       choices = coalesce(excluded.choices, choices), reported_at = excluded.reported_at,
       previous_value = excluded.previous_value, changed_at = excluded.changed_at, difference = excluded.difference,
       report_id = excluded.report_id, report_value = excluded.report_value, base_value = excluded.base_value`,
    stationId,
    ...nameValues(learned),
    columns.value,
    learned.mutability,
    learned.dataType,
    learned.unit,
    learned.min,
    learned.max,
    learned.values === null ? null : JSON.stringify(learned.values),
    columns.reportedAt,
    columns.previousValue,
    columns.changedAt,
    columns.difference,
    columns.reportId,
    columns.reportValue,
    columns.baseValue,
  )
}

/** Marks what stood in an earlier full report and not in this one; what was marked by the one before is forgotten. */
export function markGone(db: WriteDb, stationId: number, reportId: number): void {
  const missing = 'station_id = ? AND report_id IS NOT NULL AND report_id <> ?'
  run(db, `DELETE FROM variable WHERE ${missing} AND difference = 'gone'`, stationId, reportId)
  run(db, `UPDATE variable SET difference = 'gone' WHERE ${missing}`, stationId, reportId)
}

export function countVariables(db: ReadDb, stationId: number): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM variable WHERE station_id = ?', stationId)?.n ?? 0
}

export function countDifferences(
  db: ReadDb,
  stationId: number,
): { known: number; new: number; changed: number; gone: number } {
  const counts = { known: 0, new: 0, changed: 0, gone: 0 }
  const rows = all<{ difference: VariableDifference; n: number }>(
    db,
    'SELECT difference, count(*) AS n FROM variable WHERE station_id = ? GROUP BY difference',
    stationId,
  )
  for (const { difference, n } of rows) {
    counts.known += n
    if (difference !== 'same') counts[difference] = n
  }
  return counts
}

export interface VariableFilter {
  readonly stationId: number
  readonly search: string
  readonly changed: boolean
  readonly writable: boolean
  /** How many rows to pass over. */
  readonly offset: number
  readonly limit: number
}

const MATCHING = `FROM variable WHERE station_id = ?1
  AND (?2 = '%%' OR component || ' ' || component_instance LIKE ?2 ESCAPE '\\'
    OR variable || ' ' || variable_instance LIKE ?2 ESCAPE '\\' OR value LIKE ?2 ESCAPE '\\')
  AND (?3 = 0 OR difference <> 'same')
  AND (?4 = 0 OR mutability IN ('ReadWrite', 'WriteOnly'))`

const PAGE = `SELECT * ${MATCHING}
  ORDER BY component, component_instance, evse_id, connector_id, variable, variable_instance, attribute
  LIMIT ?5 OFFSET ?6`

const TOTAL = `SELECT count(*) AS n ${MATCHING}`

/** A page in the order of names; one row more than `limit` when there are more. */
export function findVariables(db: ReadDb, filter: VariableFilter): { rows: VariableRow[]; total: number } {
  const { stationId, search, changed, writable, limit, offset } = filter
  const wanted = [stationId, likeAnywhere(search), Number(changed), Number(writable)]
  return {
    rows: all<VariableRow>(db, PAGE, ...wanted, limit + 1, offset),
    total: one<{ n: number }>(db, TOTAL, ...wanted)?.n ?? 0,
  }
}

const orNull = <Value>(value: Value, none: Value) => (value === none ? null : value)

export function toStationVariable(row: VariableRow): StationVariable {
  return {
    id: row.id,
    stationId: row.station_id,
    component: row.component,
    componentInstance: orNull(row.component_instance, ''),
    evseId: orNull(row.evse_id, NONE),
    connectorId: orNull(row.connector_id, NONE),
    variable: row.variable,
    variableInstance: orNull(row.variable_instance, ''),
    attribute: row.attribute,
    value: row.value,
    secret: isSecretVariable(row),
    mutability: row.mutability,
    dataType: row.data_type,
    unit: row.unit,
    min: row.min,
    max: row.max,
    values: row.choices === null ? null : (JSON.parse(row.choices) as string[]),
    reportedAt: row.reported_at,
    previousValue: row.previous_value,
    changedAt: row.changed_at,
    difference: row.difference,
    baseValue: row.difference === 'changed' ? row.base_value : null,
  }
}
