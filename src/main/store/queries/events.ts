import type { AuditDetail, OnlyAuditFields } from '@shared/auditFields'
import type { AuditEntry, SecurityEvent } from '@shared/contract/events'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import { findOfStations, type OfStationsFilter, ofStations } from './ofStations'

/** Appends a change; the compiler refuses fields that the screen has no words for. */
export function appendAudit<Detail extends AuditDetail>(
  db: WriteDb,
  entry: Omit<AuditEntry, 'id' | 'detail'> & { readonly detail: Detail & OnlyAuditFields<Detail> },
): void {
  run(
    db,
    'INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)',
    entry.at,
    entry.actor,
    entry.action,
    entry.subject,
    JSON.stringify(entry.detail),
  )
}

/** The changes that a card's number stands for: what is told of its holder in them can be erased. */
export function auditOfCard(db: ReadDb, subject: string): AuditEntry[] {
  return all<AuditRow>(db, "SELECT * FROM audit WHERE subject = ? AND action GLOB 'card-*'", subject).map(toAuditEntry)
}

/** Rewrites what a change says; for the erasure of a person alone. */
export function rewriteAudit(db: WriteDb, id: number, detail: AuditEntry['detail']): void {
  run(db, 'UPDATE audit SET detail = ? WHERE id = ?', JSON.stringify(detail), id)
}

export function appendSecurityEvent(db: WriteDb, event: Omit<SecurityEvent, 'id' | 'stationIdentity'>): number {
  return run(
    db,
    'INSERT INTO security_event (station_id, type, critical, detail, occurred_at, received_at) VALUES (?, ?, ?, ?, ?, ?)',
    event.stationId,
    event.type,
    Number(event.critical),
    event.detail,
    event.occurredAt,
    event.receivedAt,
  ).id
}

/** What the newest event of this type of the station says; undefined when there is none. */
export function newestDetail(db: ReadDb, stationId: number, type: string): { detail: string | null } | undefined {
  return one(
    db,
    'SELECT detail FROM security_event WHERE station_id = ? AND type = ? ORDER BY id DESC LIMIT 1',
    stationId,
    type,
  )
}

const SECURITY_EVENTS = ofStations('security_event')

interface SecurityEventRow {
  id: number
  station_id: number
  station_identity: string
  type: string
  critical: 0 | 1
  detail: string | null
  occurred_at: number
  received_at: number
}

export function toSecurityEvent(row: SecurityEventRow): SecurityEvent {
  return {
    id: row.id,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    type: row.type,
    critical: row.critical === 1,
    detail: row.detail,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
  }
}

export function findSecurityEvents(db: ReadDb, filter: OfStationsFilter): { rows: SecurityEventRow[]; total: number } {
  return findOfStations(db, SECURITY_EVENTS, filter)
}

interface AuditRow {
  id: number
  at: number
  actor: string
  action: AuditEntry['action']
  subject: string
  detail: string
}

export function toAuditEntry(row: AuditRow): AuditEntry {
  return { ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }
}

export function findAudit(
  db: ReadDb,
  filter: Pick<OfStationsFilter, 'before' | 'limit'>,
): { rows: AuditRow[]; total: number } {
  const rows = all<AuditRow>(
    db,
    'SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?',
    filter.before ?? Number.MAX_SAFE_INTEGER,
    filter.limit + 1,
  )
  return { rows, total: one<{ n: number }>(db, 'SELECT count(*) AS n FROM audit')?.n ?? 0 }
}
