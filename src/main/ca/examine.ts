import { type Finding, SEVERITIES, type Severity } from '@shared/contract/requests'
import type { UnreadableRequest } from './certificationRequest'
import { MAX_REQUEST_LENGTH } from './certificationRequest'
import { checkCertificateType, checkRootAsked } from './checks/certificateType'
import { checkChainRoom } from './checks/chainRoom'
import { checkCommonName } from './checks/commonName'
import { checkConnection } from './checks/connection'
import type { ExaminationFacts } from './checks/facts'
import { finding } from './checks/finding'
import { checkHistory, checkSameKeyKind, checkSameSubject } from './checks/history'
import { checkKeyStrength } from './checks/keyStrength'
import { checkKeyIsFresh, checkKeyUses } from './checks/keyUses'
import { checkOrganisation } from './checks/organisation'
import { checkOtherNames } from './checks/otherNames'
import { checkPossession } from './checks/possession'
import { checkAlternativeNames, checkAuthorityAsked, checkCriticalExtensions } from './checks/requestedRights'
import { checkSignatureHash } from './checks/signatureHash'
import { checkValidity } from './checks/validity'

type Check = (facts: ExaminationFacts) => Finding | Finding[] | null

/** Every check, in the order a person would ask; findings of the same weight are shown in this order. */
const CHECKS: readonly Check[] = [
  checkPossession,
  checkKeyUses,
  checkAuthorityAsked,
  checkValidity,
  checkCommonName,
  checkSameSubject,
  checkOrganisation,
  checkKeyStrength,
  checkSignatureHash,
  checkCertificateType,
  checkRootAsked,
  checkChainRoom,
  checkAlternativeNames,
  checkCriticalExtensions,
  checkConnection,
  checkKeyIsFresh,
  checkSameKeyKind,
  checkOtherNames,
  checkHistory,
]

const weight = (severity: Severity) => SEVERITIES.indexOf(severity)

/** Everything there is to say about a request, the worst first. Pure: the same facts always give the same findings. */
export function examine(facts: ExaminationFacts): Finding[] {
  return CHECKS.flatMap((check) => check(facts) ?? []).sort((a, b) => weight(a.severity) - weight(b.severity))
}

/** What there is to say about a text that is no certificate request; it always blocks. */
export function examineUnreadable({ reason }: UnreadableRequest): Finding[] {
  const params: Record<string, number> = reason === 'too-long' ? { limit: MAX_REQUEST_LENGTH } : {}
  return [finding('block', `unreadable-${reason}`, 'RFC 2986, A00.FR.507', params)]
}

/** The severity of the worst finding; `ok` when there is none. */
export function worstSeverity(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>((worst, { severity }) => (weight(severity) < weight(worst) ? severity : worst), 'ok')
}
