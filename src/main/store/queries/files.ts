import type { FileKind } from '@shared/ocpp/file'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface FileRow {
  id: number
  kind: FileKind
  stored_name: string
  name: string
  size: number
  sha256: string
  station_id: number | null
  request_id: number | null
  created_at: number
  actor: string
  version: string
  vendor: string
  model: string
  note: string
  signing_certificate: string | null
  signature: string | null
}

export interface FileViewRow extends FileRow {
  station_identity: string | null
}

export function insertFile(db: WriteDb, row: Omit<FileRow, 'id'>): number {
  return run(
    db,
    `INSERT INTO file (kind, stored_name, name, size, sha256, station_id, request_id, created_at, actor, version, vendor,
       model, note, signing_certificate, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.kind,
    row.stored_name,
    row.name,
    row.size,
    row.sha256,
    row.station_id,
    row.request_id,
    row.created_at,
    row.actor,
    row.version,
    row.vendor,
    row.model,
    row.note,
    row.signing_certificate,
    row.signature,
  ).id
}

/** The texts of a firmware that may be changed after it has been added. */
export type FileTexts = Pick<FileRow, 'version' | 'vendor' | 'model' | 'note' | 'signing_certificate' | 'signature'>

export function setFileTexts(db: WriteDb, id: number, texts: FileTexts): void {
  run(
    db,
    `UPDATE file SET version = ?, vendor = ?, model = ?, note = ?, signing_certificate = ?, signature = ? WHERE id = ?`,
    texts.version,
    texts.vendor,
    texts.model,
    texts.note,
    texts.signing_certificate,
    texts.signature,
    id,
  )
}

/** Also ends the links that lead to it. @returns false when there was none */
export function deleteFile(db: WriteDb, id: number): boolean {
  return run(db, 'DELETE FROM file WHERE id = ?', id).changes > 0
}

const VIEW =
  'SELECT file.*, station.identity AS station_identity FROM file LEFT JOIN station ON station.id = file.station_id'

export function fileById(db: ReadDb, id: number): FileViewRow | undefined {
  return one(db, `${VIEW} WHERE file.id = ?`, id)
}

export interface FileFilter {
  /** Firmware or logs; null for both. */
  readonly group: 'firmware' | 'logs' | null
  readonly stationId: number | null
  readonly before: number | null
  readonly limit: number
}

const MATCHES = `(?1 IS NULL OR (kind = 'firmware') = (?1 = 'firmware')) AND (?2 IS NULL OR station_id = ?2)`

/** Newest first; one row more than `limit` when there are more. */
export function findFiles(db: ReadDb, filter: FileFilter): { rows: FileViewRow[]; total: number } {
  const { group, stationId, before, limit } = filter
  return {
    rows: all(
      db,
      `${VIEW} WHERE ${MATCHES} AND file.id < ?3 ORDER BY file.id DESC LIMIT ?4`,
      group,
      stationId,
      before ?? Number.MAX_SAFE_INTEGER,
      limit + 1,
    ),
    total: one<{ n: number }>(db, `SELECT count(*) AS n FROM file WHERE ${MATCHES}`, group, stationId)?.n ?? 0,
  }
}

/** The logs of a station, newest first. */
export function logsOf(db: ReadDb, stationId: number): FileRow[] {
  return all(db, `SELECT * FROM file WHERE station_id = ? AND kind <> 'firmware' ORDER BY id DESC`, stationId)
}

/** Names in the folder that belong to a file. */
export function storedNames(db: ReadDb): string[] {
  return all<{ stored_name: string }>(db, 'SELECT stored_name FROM file').map((row) => row.stored_name)
}
