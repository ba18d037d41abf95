import type { Verdict } from '@shared/commands/standing'
import type { Answer } from '../commands/dialect'

/** An answer of one status, as most are; 2.x adds a reason of the station's own. */
interface StatusAnswer {
  readonly status: string
  readonly statusInfo?: { readonly reasonCode: string; readonly additionalInfo?: string }
}

/** What the statuses that most messages share mean. */
const USUAL: Readonly<Record<string, Verdict>> = {
  Accepted: 'accepted',
  Scheduled: 'scheduled',
  Rejected: 'refused',
  NotSupported: 'unsupported',
  NotImplemented: 'unsupported',
  UnknownMessageId: 'unsupported',
}

/** Statuses that say that nothing more will come, of messages that go on after their answer. */
const NOTHING_COMES = new Set(['EmptyResultSet', 'NoProfiles'])

/**
 * Reads an answer by its status. `special` holds the statuses of the message that mean something else than usual; a
 * status that nobody knows counts as a refusal, and its name is shown.
 */
export function byStatus(special: Readonly<Record<string, Verdict>> = {}): (response: StatusAnswer) => Answer {
  return ({ status, statusInfo }) => ({
    verdict: special[status] ?? USUAL[status] ?? 'refused',
    status,
    reason: statusInfo ? reasonOf(statusInfo) : null,
    ...(NOTHING_COMES.has(status) ? { over: true } : {}),
  })
}

/** What the station adds to a status. */
export function reasonOf(info: NonNullable<StatusAnswer['statusInfo']>): string {
  return [info.reasonCode, info.additionalInfo].filter(Boolean).join(': ')
}

/** Reads an answer that is nothing but a confirmation, or brings what was asked for. */
export function done(): Answer {
  return { verdict: 'accepted', status: '', reason: null }
}

/** An answer of many parts, each with a status: what they come to together, and how many were taken. */
export function byParts(parts: readonly { readonly verdict: Verdict; readonly reason: string | null }[]): Answer {
  const taken = parts.filter(({ verdict }) => verdict === 'accepted' || verdict === 'scheduled')
  const all = taken.length === parts.length
  const [first] = parts
  const verdict = all
    ? taken.some((part) => part.verdict === 'scheduled')
      ? 'scheduled'
      : 'accepted'
    : taken.length > 0
      ? 'partly'
      : (first?.verdict ?? 'refused')
  const reasons = parts.flatMap(({ reason }) => reason ?? [])
  return { verdict, status: `${taken.length}/${parts.length}`, reason: reasons.length > 0 ? reasons.join('; ') : null }
}

/** The status of one part of an answer, and why it was not taken. A value that waits for a restart is scheduled. */
export function partOf(
  name: string,
  status: string,
  info: StatusAnswer['statusInfo'],
): { readonly verdict: Verdict; readonly reason: string | null } {
  const verdict = status === 'RebootRequired' ? 'scheduled' : (USUAL[status] ?? 'refused')
  if (status === 'Accepted') return { verdict, reason: null }
  return { verdict, reason: `${name}: ${[status, info && reasonOf(info)].filter(Boolean).join(', ')}` }
}
