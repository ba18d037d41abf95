import { X509Certificate } from 'node:crypto'
import type { NoRootReason } from '@shared/contract/roots'
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate as ParsedCertificate,
} from '../x509'

/** Longest certificate that InstallCertificate takes, in characters of PEM (1.6 and 2.0.1; 2.1 takes more). */
export const ROOT_MAX_LENGTH = 5_500

const ONE_CERTIFICATE = /^\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/

export type RootVerdict =
  | { readonly kind: 'root'; readonly pem: string; readonly certificate: X509Certificate }
  | { readonly kind: 'no-root'; readonly reason: NoRootReason }

/**
 * Whether a text is one certificate that may be a trust anchor: a CA, signed with its own key, allowed to sign
 * certificates, valid at `now` (ms). Whatever else a station was given would be no root to it, or make anybody one.
 */
export function readTrueRoot(text: string, now: number): RootVerdict {
  const no = (reason: NoRootReason): RootVerdict => ({ kind: 'no-root', reason })
  if (!ONE_CERTIFICATE.test(text)) return no('not-one-certificate')
  const pem = `${text.trim()}\n`
  if (pem.length > ROOT_MAX_LENGTH) return no('too-long')
  let certificate: X509Certificate
  let parsed: ParsedCertificate
  try {
    certificate = new X509Certificate(pem)
    parsed = new ParsedCertificate(pem)
  } catch {
    return no('not-one-certificate')
  }
  if (!parsed.getExtension(BasicConstraintsExtension)?.ca) return no('no-ca')
  // RFC 5280 §4.2.1.3: where the extension stands, only this bit lets the key sign certificates.
  const usages = parsed.getExtension(KeyUsagesExtension)
  if (usages && (usages.usages & KeyUsageFlags.keyCertSign) === 0) return no('must-not-sign')
  if (!isSelfSigned(certificate)) return no('not-self-signed')
  if (certificate.validToDate.getTime() < now) return no('ended')
  if (certificate.validFromDate.getTime() > now) return no('not-yet-valid')
  return { kind: 'root', pem, certificate }
}

function isSelfSigned(certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey)
  } catch {
    return false
  }
}
