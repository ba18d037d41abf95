import type { Finding } from '@shared/contract/requests'
import { ALLOWED_CURVES, MAX_RSA_BITS, MIN_RSA_BITS, MIN_RSA_EXPONENT, RSA_EXPONENT_LIMIT } from '../keyPolicy'
import { describeKey, type KeyDescription } from '../publicKey'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

function checkRsa(key: KeyDescription & { algorithm: 'RSA' }): Finding | null {
  if (key.bits < MIN_RSA_BITS) {
    return finding('block', 'key-too-small', 'A00.FR.502', { bits: key.bits, smallest: MIN_RSA_BITS })
  }
  if (key.bits > MAX_RSA_BITS) {
    return finding('block', 'key-too-large', 'RFC 8446 §9.3', { bits: key.bits, largest: MAX_RSA_BITS })
  }
  const exponent = BigInt(key.exponent)
  if (exponent < MIN_RSA_EXPONENT || exponent >= RSA_EXPONENT_LIMIT || exponent % 2n === 0n) {
    const shown = key.exponent.length > 12 ? `${key.exponent.slice(0, 12)}…` : key.exponent
    return finding('block', 'key-weak-exponent', 'FIPS 186-5 A.1.1', { exponent: shown })
  }
  return null
}

/** The key is of a kind and size that is strong enough and that every station's TLS can use. */
export function checkKeyStrength({ request: { key } }: ExaminationFacts): Finding {
  const strong = finding('ok', 'key-strong', 'A00.FR.501', { key: describeKey(key) })
  switch (key.algorithm) {
    case 'RSA':
      return checkRsa(key) ?? strong
    case 'EC':
      return ALLOWED_CURVES.includes(key.curve)
        ? strong
        : finding('block', 'key-curve-not-allowed', 'A00.FR.503', { curve: key.curve })
    case 'other':
      return finding('block', 'key-kind-not-allowed', 'A00.FR.505', { kind: key.name })
  }
}
