import type { StoredFile } from '@shared/contract/files'
import type { ReadDb } from '../store/handles'
import type { FileViewRow } from '../store/queries/files'
import { handedOut } from '../store/queries/tickets'

/** A file as the contract shows it, with the stations that were given a link to it. */
export function toStoredFile(db: ReadDb, row: FileViewRow): StoredFile {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    size: row.size,
    sha256: row.sha256,
    createdAt: row.created_at,
    actor: row.actor,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    requestId: row.request_id,
    version: row.version,
    vendor: row.vendor,
    model: row.model,
    note: row.note,
    signingCertificate: row.signing_certificate,
    signature: row.signature,
    handedOut:
      row.kind === 'firmware'
        ? handedOut(db, row.id).map((link) => ({
            stationId: link.station_id,
            stationIdentity: link.station_identity,
            at: link.created_at,
            expiresAt: link.expires_at,
            fetchedAt: link.done_at,
          }))
        : [],
  }
}
