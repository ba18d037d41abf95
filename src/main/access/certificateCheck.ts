import { X509Certificate } from 'node:crypto'
import type { AccessRefusal } from '@shared/ocpp/securityProfile'
import { sha256Hex } from '../ca/fingerprint'
import { leafSubject, nameText } from '../ca/subject'
import { X509Certificate as ParsedCertificate } from '../ca/x509'
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

/** What a certificate tells of whoever has its key. */
export interface CertificateFacts {
  /** Lower-case hex. */
  readonly serialNumber: string
  readonly commonName: string
  readonly notAfter: number
  /** SHA-256 over the certificate, lower-case hex. */
  readonly sha256: string
}

export type CertificateVerdict =
  | { readonly kind: 'good'; readonly certificate: CertificateFacts }
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
  const facts: CertificateFacts = {
    serialNumber,
    commonName: commonNameOf(certificate),
    notAfter: certificate.validToDate.getTime(),
    sha256: sha256Hex(shown.raw),
  }
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
  if (facts.notAfter <= around.now) return bad('certificate-expired', { end: new Date(facts.notAfter).toISOString() })
  if (certificate.validFromDate.getTime() > around.now) return bad('certificate-not-yet')
  if (around.isRevoked(serialNumber)) return bad('certificate-revoked', { serialNumber })
  const record = around.issued(serialNumber)
  const isOurs = record !== undefined && Buffer.from(new X509Certificate(record.pem).raw).equals(certificate.raw)
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
  if (station.serialNumber === null) return bad('no-serial-number', { shown: facts.commonName })
  if (facts.commonName !== station.serialNumber) {
    return bad('certificate-other-serial', { shown: facts.commonName, recorded: station.serialNumber })
  }
  const subject = nameText(new ParsedCertificate(Uint8Array.from(shown.raw)).subjectName)
  if (subject !== leafSubject('station', { commonName: station.serialNumber, organisation: around.organisation })) {
    return bad('certificate-other-owner', { subject })
  }
  return { kind: 'good', certificate: facts }
}

function commonNameOf({ subject }: X509Certificate): string {
  return /(?:^|\n)CN=([^\n]*)/.exec(subject)?.[1] ?? ''
}

function oneLine(name: string): string {
  return name.split('\n').join(', ').slice(0, 200)
}
