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

/**
 * What was asked for or to be taken away is not there. The station did what was wanted, so it counts as accepted, and
 * no report will follow.
 */
const NOTHING_THERE = 'nothing-there'

/**
 * Reads an answer by its status. `special` holds the statuses of the message that mean something else than usual; a
 * status that nobody knows counts as a refusal, and its name is shown.
 */
export function byStatus(
  special: Readonly<Record<string, Verdict | typeof NOTHING_THERE>> = {},
): (response: StatusAnswer) => Answer {
  return ({ status, statusInfo }) => {
    const meaning = special[status] ?? USUAL[status] ?? 'refused'
    const reason = statusInfo ? reasonOf(statusInfo) : null
    if (meaning === NOTHING_THERE) return { verdict: 'accepted', status, reason, over: true }
    return { verdict: meaning, status, reason }
  }
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

/**
 * The status of one part of an answer, and what is to be said of it beside that it was taken. A value that waits for a
 * restart is scheduled; `special` is as in `byStatus`.
 */
export function partOf(
  name: string,
  status: string,
  info: StatusAnswer['statusInfo'],
  special: Readonly<Record<string, typeof NOTHING_THERE>> = {},
): { readonly verdict: Verdict; readonly reason: string | null } {
  const usual = status === 'RebootRequired' ? 'scheduled' : (USUAL[status] ?? 'refused')
  const verdict = special[status] === NOTHING_THERE ? 'accepted' : usual
  if (status === 'Accepted') return { verdict, reason: null }
  return { verdict, reason: `${name}: ${[status, info && reasonOf(info)].filter(Boolean).join(', ')}` }
}
