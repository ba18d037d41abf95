import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  CertificateList,
  CRLNumber,
  CRLReason,
  CRLReasons,
  Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  Name,
  RevokedCertificate,
  TBSCertList,
  Time,
  Version,
} from '@peculiar/asn1-x509'
import type { RevocationReason } from '@shared/contract/certificates'
import type { KeyedCertificate } from './authority'
import { keyObjectOf, SIGNATURE_ALGORITHM, signDer } from './signDer'
import { AuthorityKeyIdentifierExtension, X509Certificate } from './x509'

/** The codes of RFC 5280 §5.3.1. */
export const REASON_CODES: Readonly<Record<RevocationReason, CRLReasons>> = {
  unspecified: CRLReasons.unspecified,
  keyCompromise: CRLReasons.keyCompromise,
  affiliationChanged: CRLReasons.affiliationChanged,
  superseded: CRLReasons.superseded,
  cessationOfOperation: CRLReasons.cessationOfOperation,
  privilegeWithdrawn: CRLReasons.privilegeWithdrawn,
}

/** One line of a list. `revokedAt` in milliseconds. */
export interface Revoked {
  readonly serialNumber: string
  readonly revokedAt: number
  readonly reason: RevocationReason
}

export interface RevocationListContent {
  /** Who signed what is on the list, and so signs the list. */
  readonly issuer: KeyedCertificate
  readonly number: number
  /** Milliseconds, as is `nextUpdate`; both are written in whole seconds. */
  readonly thisUpdate: number
  readonly nextUpdate: number
  readonly revoked: readonly Revoked[]
}

function extension(extnID: string, value: unknown): Extension {
  return new Extension({ extnID, critical: false, extnValue: new OctetString(AsnConvert.serialize(value)) })
}

/** An INTEGER of these hex digits that is not negative (X.690 §8.3.3). */
function integer(hex: string): ArrayBuffer {
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Uint8Array.from((bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes).buffer
}

function line({ serialNumber, revokedAt, reason }: Revoked): RevokedCertificate {
  return new RevokedCertificate({
    userCertificate: integer(serialNumber),
    revocationDate: new Time(new Date(revokedAt)),
    // §5.3.1: for no reason in particular the reason is left out.
    crlEntryExtensions:
      reason === 'unspecified' ? undefined : [extension(id_ce_cRLReasons, new CRLReason(REASON_CODES[reason]))],
  })
}

/**
 * Signs a complete list of revoked certificates (RFC 5280 §5) and gives its DER. Not by the library's X509CrlGenerator:
 * of a line without a reason it makes one with an empty list of extensions, which §5.1 does not allow.
 */
export async function signRevocationList(content: RevocationListContent): Promise<Uint8Array> {
  const issuer = new X509Certificate(content.issuer.certificatePem)
  const issuerKey = await AuthorityKeyIdentifierExtension.create(issuer.publicKey)
  const list = new TBSCertList({
    version: Version.v2,
    signature: SIGNATURE_ALGORITHM,
    // The same bytes as in the issuer's own certificate: some programs compare names byte by byte.
    issuer: AsnConvert.parse(issuer.subjectName.toArrayBuffer(), Name),
    thisUpdate: new Time(new Date(content.thisUpdate)),
    nextUpdate: new Time(new Date(content.nextUpdate)),
    revokedCertificates: content.revoked.length === 0 ? undefined : content.revoked.map(line),
    crlExtensions: [
      new Extension({
        extnID: id_ce_authorityKeyIdentifier,
        critical: false,
        extnValue: new OctetString(issuerKey.value),
      }),
      extension(id_ce_cRLNumber, new CRLNumber(content.number)),
    ],
  })
  const signed = AsnConvert.serialize(list)
  const signature = await signDer(keyObjectOf(content.issuer), signed)
  return new Uint8Array(
    AsnConvert.serialize(
      new CertificateList({ tbsCertList: list, signatureAlgorithm: SIGNATURE_ALGORITHM, signature }),
    ),
  )
}
