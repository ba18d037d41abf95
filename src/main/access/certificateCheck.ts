import { X509Certificate } from 'node:crypto'
import type { AccessRefusal } from '@shared/ocpp/securityProfile'
import { pemBytes } from '../ca/pemBytes'
import { chainRefusal } from './chainRefusal'

/** A certificate as the caller showed it, with what the TLS library found wrong with its chain; null for nothing. */
export interface ShownCertificate {
  readonly raw: Uint8Array
  readonly problem: string | null
}

/** What this site knows of the certificate with a serial number. */
export interface IssuedRecord {
  readonly stationId: number
  readonly stationIdentity: string
  readonly pem: string
}

export interface CertificateSurroundings {
  readonly station: { readonly id: number; readonly serialNumber: string | null }
  readonly organisation: string
  readonly now: number
  /** Certificates of the issuing CAs whose certificates count. */
  readonly issuingPems: readonly string[]
  /** By the serial number, lower-case hex. */
  readonly issued: (serialNumber: string) => IssuedRecord | undefined
  readonly isRevoked: (serialNumber: string) => boolean
  /** The device's client whose certificate has this serial number, lower-case hex. */
  readonly device: (serialNumber: string) => string | undefined
}

export type CertificateVerdict =
  /** Its serial number, lower-case hex. */
  | { readonly kind: 'good'; readonly serialNumber: string }
  | { readonly kind: 'bad'; readonly reason: AccessRefusal; readonly data: Readonly<Record<string, string>> }

/**
 * Whether a station proved itself by its certificate (A00.FR.403 to 407, 427). The path to our root is checked twice:
 * by the TLS library (RFC 5280 §6), and by holding the certificate against the very one that was issued. So a foreign
 * certificate that happened to have the same names could do nothing.
 */
export function checkCertificate(shown: ShownCertificate, around: CertificateSurroundings): CertificateVerdict {
  const bad = (reason: AccessRefusal, data: Readonly<Record<string, string>> = {}): CertificateVerdict => ({
    kind: 'bad',
    reason,
    data,
  })
  const certificate = new X509Certificate(shown.raw)
  const serialNumber = certificate.serialNumber.toLowerCase()
  const { station } = around
  // No station has the key of an authority, and whoever has one could be any station: that is worth its own word.
  if (certificate.ca) return bad('certificate-of-authority', { subject: oneLine(certificate.subject) })
  if (shown.problem !== null) {
    return bad(chainRefusal(shown.problem), {
      problem: shown.problem,
      issuer: oneLine(certificate.issuer),
    })
  }
  // A session that was resumed was checked when it began, and not since then.
  const end = certificate.validToDate
  if (end.getTime() <= around.now) return bad('certificate-expired', { end: end.toISOString() })
  if (certificate.validFromDate.getTime() > around.now) return bad('certificate-not-yet')
  if (around.isRevoked(serialNumber)) return bad('certificate-revoked', { serialNumber })
  const record = around.issued(serialNumber)
  const isOurs = record !== undefined && pemBytes(record.pem).equals(shown.raw)
  if (!isOurs) {
    const device = around.device(serialNumber)
    if (device !== undefined) return bad('certificate-of-device', { device })
    // The root signs nothing but issuing CAs; what a retired issuing CA signed was refused by the TLS library.
    const isSignedHere = around.issuingPems.some((pem) => certificate.verify(new X509Certificate(pem).publicKey))
    return bad(isSignedHere ? 'certificate-unknown' : 'certificate-untrusted', {
      serialNumber,
      problem: 'not issued here',
      issuer: oneLine(certificate.issuer),
    })
  }
  if (record.stationId !== station.id) return bad('certificate-other-station', { other: record.stationIdentity })
  const { O: organisation, CN: commonName, ...others } = subjectParts(certificate)
  const told = String(commonName)
  if (station.serialNumber === null) return bad('no-serial-number', { shown: told })
  if (commonName !== station.serialNumber) {
    return bad('certificate-other-serial', { shown: told, recorded: station.serialNumber })
  }
  if (organisation !== around.organisation || Object.keys(others).length > 0) {
    return bad('certificate-other-owner', { subject: oneLine(certificate.subject) })
  }
  return { kind: 'good', serialNumber }
}

/**
 * The parts of its subject by their short names, as they are, where `subject` spells them with escapes. A name that
 * stands several times has a list, which equals no text. Our own parser of names takes ten times as long, which a
 * thousand chargers that come back at once would have to wait for.
 */
function subjectParts(certificate: X509Certificate): Readonly<Record<string, unknown>> {
  return { ...certificate.toLegacyObject().subject }
}

function oneLine(name: string): string {
  return name.split('\n').join(', ').slice(0, 200)
}
