import type { Finding, Severity } from '@shared/contract/requests'
import type { findings as words } from '@shared/words/en/findings'

/** Every code a finding can have: the ones that have words. */
export type FindingCode = keyof typeof words

/** Makes a finding whose code is sure to have words. `requirement` cites the rule behind it. */
export function finding(
  severity: Severity,
  code: FindingCode,
  requirement: string,
  params: Record<string, string | number> = {},
): Finding {
  return { code, severity, params, requirement }
}
