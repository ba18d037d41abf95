import type { Finding } from '@shared/contract/requests'
import { day } from './day'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

const REQUIREMENT = 'RFC 5280 §6.1.3'

/** The issuing CA lasts for the whole certificate: a station's certificate is refused once its issuer has ended. */
export function checkValidity({ validity }: ExaminationFacts): Finding | null {
  switch (validity.kind) {
    case 'whole':
      return null
    case 'shortened':
      return finding('note', 'validity-shortened', REQUIREMENT, { notAfter: day(validity.notAfter) })
    case 'issuer-expired':
      return finding('block', 'authority-expired', REQUIREMENT, { notAfter: day(validity.issuerNotAfter) })
  }
}
