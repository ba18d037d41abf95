import type { CertificateUseEnumType } from 'typed-ocpp/dist/ocpp16/types.js'

/** What a trust anchor is for, as the security extension of 1.6 names it; it knows no others. */
export const CERTIFICATE_USES: Readonly<Record<string, CertificateUseEnumType>> = {
  'central-system-root': 'CentralSystemRootCertificate',
  'manufacturer-root': 'ManufacturerRootCertificate',
}
