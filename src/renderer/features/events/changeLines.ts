import type { AuditBand, AuditFinding, AuditMoney } from '@shared/auditFields'
import type { AuditEntry } from '@shared/contract/events'

/** One line under a change: a field with what it was and what it is, or a plain fact. */
export type ChangeLine =
  | { kind: 'change'; field: string; before: unknown; after: unknown }
  | { kind: 'fact'; field: string; value: unknown }

/** Actions that tell each field as [before, after]; the lists of all others are plain facts. */
const CHANGES: ReadonlySet<AuditEntry['action']> = new Set([
  'station-changed',
  'ports-changed',
  'card-changed',
  'card-blocked',
  'card-unblocked',
  'firmware-changed',
  'device-changed',
  'operator-changed',
  'update-feed-set',
])

/**
 * The lines of an audit entry: what changed, and facts; those that say nothing, or only repeat the subject, are
 * left out.
 */
export function changeLines({
  action,
  subject,
  detail,
}: Pick<AuditEntry, 'action' | 'subject' | 'detail'>): ChangeLine[] {
  const lines: ChangeLine[] = []
  for (const [field, value] of Object.entries(detail)) {
    if (CHANGES.has(action) && Array.isArray(value)) {
      lines.push({ kind: 'change', field, before: value[0], after: value[1] })
    } else if (!saysNothing(value) && value !== false && value !== subject) {
      lines.push({ kind: 'fact', field, value })
    }
  }
  return lines
}

function saysNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** How a value of an audit entry is to be shown; the caller puts words and dates in. */
export type ShownValue =
  | { kind: 'nothing' }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'time'; time: number }
  | ({ kind: 'money' } & AuditMoney)
  | { kind: 'findings'; findings: readonly AuditFinding[] }
  | { kind: 'bands'; bands: readonly AuditBand[] }
  | { kind: 'text'; text: string }

/** Fields that hold times in milliseconds. */
const TIMES = new Set(['validFrom', 'validUntil', 'notAfter', 'notBefore'])

export function shownValue(field: string, value: unknown): ShownValue {
  if (saysNothing(value)) return { kind: 'nothing' }
  if (typeof value === 'boolean') return { kind: value ? 'yes' : 'no' }
  if (typeof value === 'number' && TIMES.has(field)) return { kind: 'time', time: value }
  if (field === 'findings' && Array.isArray(value)) return { kind: 'findings', findings: value.map(findingOf) }
  if (field === 'bands' && Array.isArray(value)) return { kind: 'bands', bands: value }
  if (Array.isArray(value)) return { kind: 'text', text: value.join(', ') }
  if (isMoney(value)) return { kind: 'money', ...value }
  return { kind: 'text', text: typeof value === 'object' ? JSON.stringify(value) : String(value) }
}

function isMoney(value: unknown): value is AuditMoney {
  if (typeof value !== 'object' || value === null || !('milliMinor' in value) || !('currency' in value)) return false
  return typeof value.milliMinor === 'number' && typeof value.currency === 'string'
}

/** At first only codes were written. */
function findingOf(value: AuditFinding | string): AuditFinding {
  return typeof value === 'string' ? { code: value, params: {} } : value
}
