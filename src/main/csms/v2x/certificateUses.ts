import type { Protocol } from '@shared/ocpp/station'
import type { InstallCertificateUseEnumType } from 'typed-ocpp/dist/ocpp20/types.js'

const USES: Readonly<Record<string, InstallCertificateUseEnumType>> = {
  'central-system-root': 'CSMSRootCertificate',
  'manufacturer-root': 'ManufacturerRootCertificate',
  'mo-root': 'MORootCertificate',
  'v2g-root': 'V2GRootCertificate',
}

/** What a trust anchor is for, as the version names it; undefined when it knows no such use. */
export function certificateUse(use: string, protocol: Protocol): InstallCertificateUseEnumType | undefined {
  if (use === 'oem-root' && protocol === 'ocpp2.1') return 'OEMRootCertificate' as InstallCertificateUseEnumType
  return USES[use]
}
