import { randomBytes } from 'node:crypto'
import type { AuditDetail, AuditFinding } from '@shared/auditFields'
import type { ApproveOutcome, Finding, Severity } from '@shared/contract/requests'
import { AppError } from '@shared/errors'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { WriteDb } from '../../store/handles'
import type { Store } from '../../store/open'
import { type DeliveryState, insertCertificate } from '../../store/queries/certificates'
import { insertRuleUse } from '../../store/queries/deskRules'
import { appendAudit } from '../../store/queries/events'
import { approveFirst, decideRequest, type RequestViewRow, requestById } from '../../store/queries/requests'
import type { ReadableRequest } from '../certificationRequest'
import { fittingChain } from '../chainSize'
import type { Delivery } from '../delivery'
import type { ExaminationContext } from '../examination'
import { worstSeverity } from '../examine'
import { type IssuedClientCertificate, type Issuer, issueCertificate, issuerOf } from '../issue'
import { type ClientProfile, profileFor } from '../leafProfiles'
import { commonNameOf, type DevicesAtDesk, type Owner } from '../owner'
import { newSerialNumber } from '../serialNumber'
import type { SiteAuthority } from '../siteAuthority'
import type { Examiner } from './examiner'

/** In whose name it is approved. */
export interface Approver {
  /** As the audit trail shows it. */
  readonly actor: string
  readonly reason: string
  /** The second person, who has proved who they are; null where one decides. */
  readonly second: string | null
  /** Two people have to approve, and the second one is not here: nothing is signed, the first approval is kept. */
  readonly needsSecond: boolean
  /** Whether whoever approves is the second one for what somebody of that name has approved first. */
  isSecondTo(first: string): boolean
  /** The rule that approves in the manager's place. */
  readonly rule: { readonly id: number; readonly name: string } | null
  /** Requests with anything but good findings are left as they are. */
  readonly greenOnly: boolean
}

/** What one request of several came to. */
export interface Approved {
  readonly row: RequestViewRow
  /** `failed`: nothing was signed for this one; what failed takes nothing else with it. */
  readonly outcome: ApproveOutcome | { readonly kind: 'failed'; readonly error: unknown }
}

export interface ApprovalsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly authority: SiteAuthority
  readonly delivery: Delivery
  readonly devices: DevicesAtDesk
  readonly examiner: Examiner
  readonly organisation: () => string
  readonly publishedAt?: string
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
}

/** A request that may be signed. */
interface Candidate {
  readonly row: RequestViewRow
  readonly owner: Owner
  readonly commonName: string
  readonly profile: ClientProfile
  readonly request: ReadableRequest
  readonly severity: Severity
  readonly findings: Finding[]
}

type Judged =
  | { readonly kind: 'sign'; readonly candidate: Candidate }
  | { readonly kind: 'told'; readonly told: Approved }

/**
 * Approves requests: each is examined once more, and all that may be are signed together and written in one transaction.
 * @throws AppError UNKNOWN_REQUEST
 */
export type Approve = (requestIds: readonly number[], approver: Approver) => Promise<Approved[]>

/** Whether two people are needed, and only one of them has approved so far. */
function lacksSecond({ first_by: first }: Pick<RequestViewRow, 'first_by'>, approver: Approver): boolean {
  return approver.needsSecond && !(first !== null && approver.isSecondTo(first))
}

export function createApprovals(deps: ApprovalsDeps): Approve {
  const { store, clock, changes, authority, delivery, devices, examiner } = deps

  const judge = (row: RequestViewRow, approver: Approver, context: ExaminationContext): Judged => {
    const told = (outcome: ApproveOutcome): Judged => ({ kind: 'told', told: { row, outcome } })
    if (row.status !== 'pending') return told({ kind: 'already-decided', status: row.status })
    const owner = examiner.ownerOf(row)
    const { request, findings } = examiner.examine(row, owner, context)
    const severity = worstSeverity(findings)
    const commonName = commonNameOf(owner)
    const profile = profileFor(owner.kind, row.certificate_type)
    if (severity === 'block' || !request || commonName === null || !profile) return told({ kind: 'blocked', findings })
    const reason = approver.reason || (row.first_reason ?? '')
    if (severity !== 'ok' && (approver.greenOnly || (severity === 'warn' && reason === ''))) {
      return told({ kind: 'reason-needed', findings })
    }
    return { kind: 'sign', candidate: { row, owner, commonName, profile, request, severity, findings } }
  }

  const keepFirst = async (candidates: readonly Candidate[], { actor, reason }: Approver): Promise<Approved[]> => {
    const at = clock()
    const kept = await store.writer.write((db) =>
      candidates.map(({ row }) => {
        if (!approveFirst(db, row.id, { at, by: actor, reason })) return false
        const detail: AuditDetail = { [row.device_id === null ? 'station' : 'device']: row.owner_name, reason }
        appendAudit(db, {
          at,
          actor,
          action: 'request-approved-first',
          subject: row.subject ?? row.owner_name,
          detail,
        })
        return true
      }),
    )
    return candidates.map(({ row }, index) => ({
      row,
      outcome: kept[index] ? { kind: 'second-needed' } : decided(row),
    }))
  }

  const decided = ({ id }: RequestViewRow): ApproveOutcome => ({
    kind: 'already-decided',
    status: requestById(store.read, id)?.status ?? 'rejected',
  })

  const sign = async (candidate: Candidate, issuer: Issuer, context: ExaminationContext) => {
    const issued = await issueCertificate(
      {
        profile: candidate.profile,
        commonName: candidate.commonName,
        organisation: deps.organisation(),
        publicKey: candidate.request.spki,
        certificateSerialNumber: newSerialNumber(randomBytes),
        now: context.now,
        publishedAt: deps.publishedAt,
      },
      issuer,
    )
    const { owner } = candidate
    const room = owner.kind === 'station' ? context.chainRoom(owner.id) : null
    const chainPem = fittingChain(issued.pem, context.authority.above, room)
    // checkChainRoom allows for the longest signature, so what it let pass fits.
    if (chainPem === null) throw new Error('the certificate is longer than its station takes')
    return { ...issued, chainPem }
  }

  /** @returns the number of the certificate; 0 of a device's, which keeps it itself; null when somebody was faster */
  const write = (
    db: WriteDb,
    candidate: Candidate,
    issued: IssuedClientCertificate,
    approver: Approver,
    at: number,
  ): number | null => {
    const { actor, reason: given, rule } = approver
    const { row, owner, request, severity } = candidate
    const now = requestById(db, row.id)
    // Another window may have decided while this one signed: then this signature is thrown away.
    if (now?.status !== 'pending' || lacksSecond(now, approver)) return null
    const reason = given || (now.first_reason ?? '')
    const second = approver.needsSecond ? actor : approver.second
    const first = now.first_by === second ? actor : (now.first_by ?? actor)
    const by = second === null ? actor : `${first}, ${second}`
    decideRequest(db, row.id, { status: 'approved', severity, at, by, reason })
    if (rule) insertRuleUse(db, { rule_id: rule.id, request_id: row.id, at })
    const findings = candidate.findings
      .filter((finding) => finding.severity !== 'ok')
      .map(({ code, params }): AuditFinding => ({ code, params }))
    const detail: AuditDetail = {
      [owner.kind]: row.owner_name,
      serialNumber: issued.serialNumberHex,
      reason,
      findings,
      ...(second === null ? {} : { first, second }),
      ...(rule ? { rule: rule.name } : {}),
    }
    appendAudit(db, { at, actor, action: 'request-approved', subject: issued.subject, detail })
    const { spkiSha256 } = request
    if (owner.kind === 'device') {
      devices.keep(db, { deviceId: owner.id, requestId: row.id, spkiSha256, issued, at })
      return 0
    }
    return insertCertificate(db, {
      station_id: owner.id,
      request_id: row.id,
      serial_number: issued.serialNumberHex,
      spki_sha256: spkiSha256,
      pem: issued.pem,
      chain_pem: issued.chainPem,
      not_after: issued.notAfter,
      issued_at: at,
      delivery: 'waiting',
      delivery_at: at,
    })
  }

  const handOver = async ({ row, owner }: Candidate, certificateId: number): Promise<ApproveOutcome> => {
    changes.emit('request', row.id)
    if (owner.kind === 'device') {
      devices.signed(owner.id)
      return { kind: 'approved', delivery: 'waiting' }
    }
    changes.emit('certificate', certificateId)
    // It is signed, whatever becomes of its delivery: it goes out with the next connection as well.
    const delivered = delivery.deliver(certificateId).catch((error): DeliveryState => {
      deps.onFailure(error)
      return 'waiting'
    })
    return { kind: 'approved', delivery: await delivered }
  }

  const signAll = async (
    candidates: readonly Candidate[],
    approver: Approver,
    context: ExaminationContext,
  ): Promise<Approved[]> => {
    const issued = await authority.withIssuing(async (issuing) => {
      const issuer = await issuerOf(issuing)
      return Promise.allSettled(candidates.map((candidate) => sign(candidate, issuer, context)))
    })
    // A job each, in one transaction: what fails takes nothing with it.
    const written = await Promise.allSettled(
      candidates.map(async (candidate, index) => {
        const certificate = issued[index]
        if (certificate?.status !== 'fulfilled') throw certificate?.reason
        return store.writer.write((db) => write(db, candidate, certificate.value, approver, context.now))
      }),
    )
    changes.emit('audit', 0)
    return Promise.all(
      candidates.map(async (candidate, index): Promise<Approved> => {
        const result = written[index]
        const { row } = candidate
        if (result?.status !== 'fulfilled') return { row, outcome: { kind: 'failed', error: result?.reason } }
        return { row, outcome: result.value === null ? decided(row) : await handOver(candidate, result.value) }
      }),
    )
  }

  return async (requestIds, approver) => {
    const rows = requestIds.map((requestId) => {
      const row = requestById(store.read, requestId)
      if (!row) throw new AppError('UNKNOWN_REQUEST')
      return row
    })
    const context = examiner.context()
    const judged = rows.map((row) => judge(row, approver, context))
    const candidates = judged.flatMap((each) => (each.kind === 'sign' ? [each.candidate] : []))
    const halves = candidates.filter(({ row }) => lacksSecond(row, approver))
    const whole = candidates.filter(({ row }) => !lacksSecond(row, approver))
    const kept = halves.length === 0 ? [] : await keepFirst(halves, approver)
    if (kept.length > 0) {
      for (const { row } of kept) changes.emit('request', row.id)
      changes.emit('audit', 0)
    }
    const done = [...kept, ...(whole.length === 0 ? [] : await signAll(whole, approver, context))]
    const outcomes = new Map(done.map((each) => [each.row.id, each]))
    return judged.map((each) => {
      if (each.kind === 'told') return each.told
      const { row } = each.candidate
      return outcomes.get(row.id) ?? { row, outcome: decided(row) }
    })
  }
}
