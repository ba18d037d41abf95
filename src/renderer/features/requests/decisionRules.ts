import { type Finding, type RequestCase, SEVERITIES } from '@shared/contract/requests'

/** Findings as the desk lists them: the worst first, and in the given order among equals. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

/** What approving needs: nothing, a reason, or it can't be done. The server decides again by the same findings. */
export type ApprovalNeeds =
  | { kind: 'nothing' }
  | { kind: 'reason' }
  | { kind: 'blocked'; count: number }
  | { kind: 'unreadable' }

export function approvalNeeds(asked: Pick<RequestCase, 'findings'> & { request: { status: string } }): ApprovalNeeds {
  if (asked.request.status === 'unreadable') return { kind: 'unreadable' }
  const blocking = asked.findings.filter(({ severity }) => severity === 'block').length
  if (blocking > 0) return { kind: 'blocked', count: blocking }
  return asked.findings.some(({ severity }) => severity === 'warn') ? { kind: 'reason' } : { kind: 'nothing' }
}
