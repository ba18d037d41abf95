import type { CertificateSide, RequestCase } from '@shared/contract/requests'

/** `same`; `expected`: every renewal changes it; `unexpected`: a renewal should leave it as it was, or bring a new one. */
export type Change = 'same' | 'expected' | 'unexpected'

/** The lines of the comparison, in their order, and whether a renewal should change them. */
const FIELDS: readonly (readonly [keyof CertificateSide, 'stays' | 'changes'])[] = [
  ['subject', 'stays'],
  ['key', 'stays'],
  ['keyFingerprint', 'changes'],
  ['serialNumber', 'changes'],
  ['issuer', 'stays'],
  ['notBefore', 'changes'],
  ['notAfter', 'changes'],
]

/** What differs between two certificates, and whether it should. */
export function comparedLines({ before, after }: NonNullable<RequestCase['comparison']>) {
  return FIELDS.map(([field, usual]): { readonly field: keyof CertificateSide; readonly change: Change } => {
    if (before[field] !== after[field]) return { field, change: usual === 'changes' ? 'expected' : 'unexpected' }
    return { field, change: usual === 'changes' ? 'unexpected' : 'same' }
  })
}
