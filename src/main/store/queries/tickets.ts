import type { FileKind } from '@shared/ocpp/file'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface TicketRow {
  id: number
  token_sha256: Buffer
  kind: FileKind
  station_id: number
  file_id: number | null
  request_id: number | null
  max_bytes: number
  spent_bytes: number
  created_at: number
  expires_at: number
  done_at: number | null
}

export function insertTicket(db: WriteDb, row: Omit<TicketRow, 'id' | 'spent_bytes' | 'done_at'>): number {
  return run(
    db,
    `INSERT INTO ticket (token_sha256, kind, station_id, file_id, request_id, max_bytes, spent_bytes, created_at,
       expires_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)`,
    row.token_sha256,
    row.kind,
    row.station_id,
    row.file_id,
    row.request_id,
    row.max_bytes,
    row.created_at,
    row.expires_at,
  ).id
}

export function ticketByDigest(db: ReadDb, digest: Buffer): TicketRow | undefined {
  return one(db, 'SELECT * FROM ticket WHERE token_sha256 = ?', digest)
}

/** Notes that the log of this ticket has come. */
export function setTicketFile(db: WriteDb, id: number, fileId: number, at: number): void {
  run(db, 'UPDATE ticket SET file_id = ?, done_at = ? WHERE id = ?', fileId, at, id)
}

/** Counts what was sent over a ticket. @param doneAt when that was the whole file, else null */
export function spendTicket(db: WriteDb, id: number, bytes: number, doneAt: number | null): void {
  run(
    db,
    'UPDATE ticket SET spent_bytes = spent_bytes + ?, done_at = coalesce(?, done_at) WHERE id = ?',
    bytes,
    doneAt,
    id,
  )
}

/** Forgets tickets that ended before `at`. */
export function deleteTicketsBefore(db: WriteDb, at: number): void {
  run(db, 'DELETE FROM ticket WHERE expires_at < ?', at)
}

export interface HandedOutRow {
  file_id: number
  station_id: number
  station_identity: string
  created_at: number
  expires_at: number
  done_at: number | null
}

/** The stations that were given a link to a firmware, newest link first, each station once. */
export function handedOut(db: ReadDb, fileId: number): HandedOutRow[] {
  return all(
    db,
    `SELECT ticket.file_id, ticket.station_id, station.identity AS station_identity, max(ticket.created_at) AS created_at,
       max(ticket.expires_at) AS expires_at, max(ticket.done_at) AS done_at
     FROM ticket JOIN station ON station.id = ticket.station_id
     WHERE ticket.file_id = ? AND ticket.kind = 'firmware'
     GROUP BY ticket.station_id ORDER BY max(ticket.id) DESC`,
    fileId,
  )
}
