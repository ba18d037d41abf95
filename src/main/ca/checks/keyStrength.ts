import type { Finding } from '@shared/contract/requests'
import { MIN_RSA_EXPONENT, RSA_EXPONENT_LIMIT } from '../keyPolicy'
import { LEAF_PROFILES, type LeafProfile } from '../leafProfiles'
import { describeKey, type KeyDescription } from '../publicKey'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

type RsaKey = Extract<KeyDescription, { algorithm: 'RSA' }>

function checkRsa(key: RsaKey, { from, to }: { readonly from: number; readonly to: number }): Finding | null {
  if (key.bits < from) return finding('block', 'key-too-small', 'A00.FR.502', { bits: key.bits, smallest: from })
  if (key.bits > to) return finding('block', 'key-too-large', 'RFC 8446 §9.3', { bits: key.bits, largest: to })
  const exponent = BigInt(key.exponent)
  if (exponent < MIN_RSA_EXPONENT || exponent >= RSA_EXPONENT_LIMIT || exponent % 2n === 0n) {
    const shown = key.exponent.length > 12 ? `${key.exponent.slice(0, 12)}…` : key.exponent
    return finding('block', 'key-weak-exponent', 'FIPS 186-5 A.1.1', { exponent: shown })
  }
  switch (key.flaw) {
    case null:
      return null
    case 'small-factor':
      return finding('block', 'key-small-factor', 'FIPS 186-5 A.1.1')
    case 'roca':
      return finding('block', 'key-roca', 'CVE-2017-15361')
  }
}

/** The keys that a profile takes, in words that need no translation. */
function takenBy({ curves, rsaBits }: LeafProfile): string {
  return [...curves, ...(rsaBits === null ? [] : [`RSA ${rsaBits.from}–${rsaBits.to}`])].join(', ')
}

/** The key is of a kind and size that is strong enough and that everybody's TLS can use. */
export function checkKeyStrength({ request: { key }, profile }: ExaminationFacts): Finding {
  const rules = LEAF_PROFILES[profile ?? 'station']
  const allowed = takenBy(rules)
  const strong = finding('ok', 'key-strong', 'A00.FR.501', { key: describeKey(key) })
  switch (key.algorithm) {
    case 'RSA':
      return rules.rsaBits === null
        ? finding('block', 'key-kind-not-allowed', 'A00.FR.505', { kind: describeKey(key), allowed })
        : (checkRsa(key, rules.rsaBits) ?? strong)
    case 'EC':
      return rules.curves.includes(key.curve)
        ? strong
        : finding('block', 'key-curve-not-allowed', 'A00.FR.503', { curve: key.curve, allowed })
    case 'other':
      return finding('block', 'key-kind-not-allowed', 'A00.FR.505', { kind: key.name, allowed })
  }
}
