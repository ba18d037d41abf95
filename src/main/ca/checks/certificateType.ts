import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/** The one type a private site signs; 1.6 has no types and means this one. */
const OFFERED = 'ChargingStationCertificate'

/** Certificates for ISO 15118 come from a V2G authority, which a private site does not have. */
export function checkCertificateType({ certificateType }: ExaminationFacts): Finding | null {
  return certificateType === null || certificateType === OFFERED
    ? null
    : finding('block', 'certificate-type-not-offered', 'A02.FR.13', { type: certificateType })
}
