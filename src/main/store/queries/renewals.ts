import { all, type ReadDb, run, type WriteDb } from '../handles'

/** The certificate that a station lives by, and how far its renewal is. Times in milliseconds. */
export interface HeldRow {
  id: number
  station_id: number
  station_identity: string
  pem: string
  not_after: number
  /** How often its station was asked for a request that renews it. */
  times: number
  asked_at: number | null
  /** The command that asked last. */
  command_id: number | null
  /** The issuing CA that signed it. */
  authority_id: number | null
  /** 1 when that signs no more, so that the certificate is to be renewed whenever it ends. */
  of_old: 0 | 1
  /** 1 when a newer certificate is on its way to the station, or has arrived and was not seen yet. */
  replaced: 0 | 1
  /** The request of the station that waits for the manager; null when none does. */
  request_id: number | null
}

/** For proving itself at this server; what is shown to vehicles takes the place of no such certificate. */
export const isOfStation = (request: string) =>
  `coalesce(${request}.certificate_type, 'ChargingStationCertificate') = 'ChargingStationCertificate'`

/** There is a certificate for the same that was signed later, and that counts. */
const isFollowedBy = (condition: string) => `EXISTS (SELECT 1 FROM certificate AS newer
         JOIN certificate_request AS asked ON asked.id = newer.request_id
         WHERE newer.station_id = certificate.station_id AND newer.id > certificate.id AND newer.revoked_at IS NULL
           AND ${condition} AND ${isOfStation('asked')})`

/**
 * The newest certificate that each station said it has, or was seen with, and that is not revoked; what ends first comes
 * first. With `endsBefore` only those that end before it, or whose issuing CA was replaced.
 */
export function heldCertificates(
  db: ReadDb,
  { endsBefore, limit }: { readonly endsBefore: number; readonly limit: number },
): HeldRow[] {
  return all(
    db,
    `SELECT certificate.id, certificate.station_id, station.identity AS station_identity, certificate.pem,
       certificate.not_after, coalesce(renewal.times, 0) AS times, renewal.asked_at, renewal.command_id,
       certificate.authority_id, coalesce(issuer.state = 'old', 0) AS of_old,
       ${isFollowedBy("newer.delivery <> 'refused'")} AS replaced,
       (SELECT max(id) FROM certificate_request AS waiting WHERE waiting.station_id = certificate.station_id
         AND waiting.status = 'pending' AND ${isOfStation('waiting')}) AS request_id
     FROM certificate
     JOIN station ON station.id = certificate.station_id
     JOIN certificate_request AS request ON request.id = certificate.request_id
     LEFT JOIN authority AS issuer ON issuer.id = certificate.authority_id
     LEFT JOIN renewal ON renewal.certificate_id = certificate.id
     WHERE certificate.revoked_at IS NULL AND (certificate.not_after < ?1 OR issuer.state = 'old')
       AND certificate.delivery = 'accepted'
       AND station.admission = 'admitted' AND ${isOfStation('request')}
       AND NOT ${isFollowedBy("newer.delivery = 'accepted'")}
     ORDER BY certificate.not_after, certificate.id LIMIT ?2`,
    endsBefore,
    limit,
  )
}

/** Its station was asked once more. */
export function countAsked(db: WriteDb, certificateId: number, at: number, commandId: number): void {
  run(
    db,
    `INSERT INTO renewal (certificate_id, times, asked_at, command_id) VALUES (?, 1, ?, ?)
       ON CONFLICT DO UPDATE SET times = times + 1, asked_at = excluded.asked_at, command_id = excluded.command_id`,
    certificateId,
    at,
    commandId,
  )
}
