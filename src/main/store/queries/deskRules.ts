import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** A rule of the desk as it is stored. */
export interface DeskRuleRow {
  id: number
  name: string
  is_on: 0 | 1
  /** JSON of DeskRuleConditions. */
  conditions: string
  per_day: number
  changed_at: number
  changed_by: string
}

/** A rule with what became of it. */
export interface DeskRuleViewRow extends DeskRuleRow {
  used: number
  used_since: number
  last_used_at: number | null
}

const VIEW = `SELECT desk_rule.*,
  (SELECT count(*) FROM desk_rule_use WHERE rule_id = desk_rule.id) AS used,
  (SELECT count(*) FROM desk_rule_use WHERE rule_id = desk_rule.id AND at > ?1) AS used_since,
  (SELECT max(at) FROM desk_rule_use WHERE rule_id = desk_rule.id) AS last_used_at FROM desk_rule`

/** All rules in the order they were written; uses after `since` (ms) are counted apart. */
export function deskRuleRows(db: ReadDb, since: number): DeskRuleViewRow[] {
  return all(db, `${VIEW} ORDER BY id`, since)
}

export function deskRuleById(db: ReadDb, id: number): DeskRuleRow | undefined {
  return one(db, 'SELECT * FROM desk_rule WHERE id = ?', id)
}

export function countDeskRules(db: ReadDb): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM desk_rule')?.n ?? 0
}

export function deskRuleByName(db: ReadDb, name: string): DeskRuleRow | undefined {
  return one(db, 'SELECT * FROM desk_rule WHERE name = ?', name)
}

export function insertDeskRule(db: WriteDb, row: Omit<DeskRuleRow, 'id'>): number {
  return run(
    db,
    'INSERT INTO desk_rule (name, is_on, conditions, per_day, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?)',
    row.name,
    row.is_on,
    row.conditions,
    row.per_day,
    row.changed_at,
    row.changed_by,
  ).id
}

export function updateDeskRule(db: WriteDb, row: DeskRuleRow): void {
  run(
    db,
    `UPDATE desk_rule SET name = ?, is_on = ?, conditions = ?, per_day = ?, changed_at = ?, changed_by = ? WHERE id = ?`,
    row.name,
    row.is_on,
    row.conditions,
    row.per_day,
    row.changed_at,
    row.changed_by,
    row.id,
  )
}

export function deleteDeskRule(db: WriteDb, id: number): void {
  run(db, 'DELETE FROM desk_rule WHERE id = ?', id)
}

export function insertRuleUse(
  db: WriteDb,
  use: { readonly rule_id: number; readonly request_id: number; readonly at: number },
): void {
  run(db, 'INSERT INTO desk_rule_use (rule_id, request_id, at) VALUES (?, ?, ?)', use.rule_id, use.request_id, use.at)
}
