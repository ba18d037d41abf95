import type { RevocationReason } from '@shared/contract/certificates'
import { AppError } from '@shared/errors'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { StationLinks } from '../stations/commands'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { type CertificateRow, certificateById } from '../store/queries/certificates'
import { deviceCertificateBySerial } from '../store/queries/deviceCertificates'
import { appendAudit } from '../store/queries/events'
import {
  certificateBySerial,
  countOthers,
  markRevoked,
  markSeen,
  revokedAt,
  supersededBy,
} from '../store/queries/revocations'
import { describeCertificate } from './chain'
import type { CertificateStatus } from './ocsp/response'

export type RevokeOutcome =
  /** `disconnected`: the station was connected by this certificate, and no longer is. */
  { readonly kind: 'revoked'; readonly disconnected: boolean } | { readonly kind: 'already-revoked' }

/**
 * Which certificates of the site count. What is answered here is always the newest: it does not wait for a published
 * list, so a list that could not be renewed locks nobody out and lets nobody in. Nothing of it is kept in memory beside
 * the database: a revocation that somebody can read counts at the door as well, also while it is still being flushed.
 */
export interface Revocations {
  /**
   * Revokes a certificate for good, and ends its station's connection when that was proved with it.
   * @throws AppError UNKNOWN_CERTIFICATE
   */
  revoke(actor: string, certificateId: number, reason: RevocationReason): Promise<RevokeOutcome>
  /** What revoking a certificate would do now. @throws AppError UNKNOWN_CERTIFICATE */
  hitsOf(certificateId: number): { readonly connected: boolean; readonly others: number }
  /** Asked at every connection. `serialNumber` in hex of any case. */
  isRevoked(serialNumber: string): boolean
  /** How a certificate of an issuing CA stands, for others who ask; `serialNumber` in hex of any case. */
  statusOf(issuerId: number, serialNumber: string): CertificateStatus
  /**
   * A station proved itself with this certificate. The first time, all older ones of the same kind are revoked: until
   * then they have to be valid beside it (A02.FR.08, FR.10). Certificates of nobody's or of another station do nothing.
   */
  seenInUse(stationId: number, serialNumber: string): Promise<void>
}

export interface RevocationsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly links: Pick<StationLinks, 'disconnect'>
}

/** A serial number as this program writes it: lower case, without the zeros that some programs put in front. */
function spelt(serialNumber: string): string {
  return serialNumber.toLowerCase().replace(/^0+(?=.)/, '')
}

export function createRevocations({ store, clock, changes, stations, links }: RevocationsDeps): Revocations {
  const { read, writer } = store

  const identityOf = (stationId: number) => stations.record(stationId)?.identity ?? ''

  const existing = (certificateId: number): CertificateRow => {
    const certificate = certificateById(read, certificateId)
    if (!certificate) throw new AppError('UNKNOWN_CERTIFICATE')
    return certificate
  }
  /** Whether the station is connected by this certificate. */
  const isUsed = (stationId: number, serialNumber: string): boolean => {
    const used = stations.connection(stationId)?.certificateSerialNumber
    return used !== undefined && spelt(used) === spelt(serialNumber)
  }

  /** Lets nothing of it live on; to be called when it is on disk. */
  const enforce = ({ id, station_id, serial_number, request_id }: CertificateRow): boolean => {
    const disconnected = isUsed(station_id, serial_number)
    if (disconnected) links.disconnect(station_id, words.close.certificateRevoked)
    changes.emit('certificate', id)
    changes.emit('request', request_id)
    return disconnected
  }

  const auditEntry = (certificate: CertificateRow, at: number, actor: string, reason: RevocationReason) => ({
    at,
    actor,
    action: 'certificate-revoked' as const,
    subject: describeCertificate(certificate.pem).subject,
    detail: { station: identityOf(certificate.station_id), serialNumber: certificate.serial_number, reason },
  })

  return {
    async revoke(actor, certificateId, reason) {
      const certificate = existing(certificateId)
      const at = clock()
      const done = await writer.write((db) => {
        if (!markRevoked(db, certificateId, { at, reason, by: actor })) return false
        appendAudit(db, auditEntry(certificate, at, actor, reason))
        return true
      })
      // A first try that failed at the flush has ended nothing, and reads as revoked all the same.
      const disconnected = enforce(certificate)
      if (!done) return { kind: 'already-revoked' }
      changes.emit('audit', 0)
      return { kind: 'revoked', disconnected }
    },

    hitsOf(certificateId) {
      const certificate = existing(certificateId)
      const { station_id, serial_number } = certificate
      return { connected: isUsed(station_id, serial_number), others: countOthers(read, certificate, clock()) }
    },

    isRevoked: (serialNumber) => revokedAt(read, [serialNumber.toLowerCase(), spelt(serialNumber)]) !== null,

    statusOf(issuerId, serialNumber) {
      const serial = spelt(serialNumber)
      const certificate = certificateBySerial(read, serial) ?? deviceCertificateBySerial(read, serial)
      if (certificate?.authority_id !== issuerId) return { kind: 'unknown' }
      const { revoked_at: at, revocation_reason: reason } = certificate
      return at === null || reason === null ? { kind: 'good' } : { kind: 'revoked', at, reason }
    },

    async seenInUse(stationId, serialNumber) {
      const serial = spelt(serialNumber)
      const certificate = certificateBySerial(read, serial)
      if (!certificate || certificate.station_id !== stationId) return
      if (certificate.seen_at !== null || certificate.revoked_at !== null) return
      const at = clock()
      const by = identityOf(stationId)
      const replaced = await writer.write((db) => {
        markSeen(db, certificate.id, at)
        const older = supersededBy(db, certificate, at)
        for (const each of older) {
          markRevoked(db, each.id, { at, reason: 'superseded', by })
          appendAudit(db, auditEntry(each, at, by, 'superseded'))
        }
        return older
      })
      for (const each of replaced) enforce(each)
      changes.emit('certificate', certificate.id)
      changes.emit('request', certificate.request_id)
      if (replaced.length > 0) changes.emit('audit', 0)
    },
  }
}
