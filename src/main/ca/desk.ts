import type { AuditDetail } from '@shared/auditFields'
import type {
  ApproveOutcome,
  BulkProgress,
  CertificateRequest,
  DeskSummary,
  RequestCase,
  SecondPerson,
} from '@shared/contract/requests'
import { QUEUE_HEAD } from '@shared/contract/requests'
import { AppError } from '@shared/errors'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { certificateOfRequest } from '../store/queries/certificates'
import { appendAudit } from '../store/queries/events'
import { toPage } from '../store/queries/page'
import { countSections, placeInQueue, queueRows } from '../store/queries/requestQueue'
import {
  countGreen,
  countHalfApproved,
  countPending,
  decideRequest,
  findRequests,
  greenUpTo,
  ownerOf,
  pendingOf,
  type RequestFilter,
  type RequestStatus,
  type RequestViewRow,
  reopenRequest,
  requestById,
  setSeverity,
} from '../store/queries/requests'
import type { Delivery } from './delivery'
import { type Approver, createApprovals } from './desk/approvals'
import { createExaminer } from './desk/examiner'
import { createIntake, type ReceivedRequest, type ReceiveOutcome } from './desk/intake'
import { DESK_LIMITS, type DeskLimits } from './desk/limits'
import { createDeskRules, type DeskRules } from './desk/rules'
import type { SecondPeople, SecondRefused } from './desk/secondPerson'
import { worstSeverity } from './examine'
import { createOwners, type DevicesAtDesk, NO_DEVICES, type OwnerRef } from './owner'
import { toCase, toRequest } from './requestCase'
import type { SiteAuthority } from './siteAuthority'

/** The request desk: what stations and devices ask to have certified, and what the manager says to it. */
export interface RequestDesk {
  /** What came in is on disk when this resolves, whatever comes of it. */
  receive(received: ReceivedRequest): Promise<ReceiveOutcome>
  /** @throws AppError UNKNOWN_REQUEST */
  approve(
    actor: string,
    requestId: number,
    reason: string,
    second?: SecondPerson,
  ): Promise<ApproveOutcome | SecondRefused>
  /**
   * Approves all that have nothing but good findings, up to a number; each piece is signed when the one before was taken.
   * Whoever stops taking stops the rest.
   */
  approveGreen(actor: string, upTo: number, second?: SecondPerson): AsyncGenerator<BulkProgress, void, void>
  reject(
    actor: string,
    requestId: number,
    reason: string,
  ): Promise<{ kind: 'rejected' } | { kind: 'already-decided'; status: RequestStatus }>
  /** @returns false when it was not rejected */
  reopen(actor: string, requestId: number): Promise<boolean>
  /** @throws AppError UNKNOWN_REQUEST */
  case(requestId: number): Promise<RequestCase>
  /** What waits longest, at most QUEUE_HEAD. */
  head(): CertificateRequest[]
  queue(piece: { readonly offset: number; readonly limit: number }): { entries: CertificateRequest[]; total: number }
  place(requestId: number): { index: number | null; previous: number | null; next: number | null }
  summary(): DeskSummary
  find(filter: RequestFilter): { entries: CertificateRequest[]; next: number | null; total: number }
  countPending(): number
  readonly rules: DeskRules
}

export interface DeskDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Stations
  readonly devices?: DevicesAtDesk
  readonly authority: SiteAuthority
  readonly delivery: Delivery
  readonly secondPeople: SecondPeople
  /** The O of this site's certificates. */
  readonly organisation: () => string
  /** Where certificates say that they can be checked; see `publishedAt`. */
  readonly publishedAt?: string
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<DeskLimits>
}

export function createDesk(deps: DeskDeps): RequestDesk {
  const { store, clock, changes, stations, authority, delivery, secondPeople, organisation, onFailure } = deps
  const { read, writer } = store
  const limits = { ...DESK_LIMITS, ...deps.limits }
  const devices = deps.devices ?? NO_DEVICES
  const owners = createOwners(stations, devices)
  const { publishedAt } = deps
  const examiner = createExaminer({ read, clock, authority, owners, devices, organisation, publishedAt })
  const approveAll = createApprovals({
    store,
    clock,
    changes,
    authority,
    delivery,
    devices,
    examiner,
    organisation,
    publishedAt,
    onFailure,
  })
  const rules = createDeskRules({
    store,
    clock,
    changes,
    examiner,
    approve: approveAll,
    areSuspended: secondPeople.areNeeded,
  })
  const receive = createIntake({
    store,
    clock,
    changes,
    delivery,
    devices,
    examiner,
    limits,
    onWaiting: async (requestId) => {
      await rules.apply(requestId)
    },
    onFailure,
  })

  const existing = (requestId: number): RequestViewRow => {
    const row = requestById(read, requestId)
    if (!row) throw new AppError('UNKNOWN_REQUEST')
    return row
  }

  // What is learnt of an owner later (a serial number, how long a chain may be) changes what there is to find.
  const reexamine = async (ref: OwnerRef) => {
    const rows = pendingOf(read, ref)
    if (rows.length === 0) return
    const context = examiner.context()
    const owner = examiner.owner(ref)
    for (const row of rows) {
      const severity = worstSeverity(examiner.examine(row, owner, context).findings)
      if (severity === row.severity) continue
      await writer.write((db) => setSeverity(db, row.id, severity))
      changes.emit('request', row.id)
    }
  }
  const examinedAs = new Map<number, string | null>()
  changes.on('station', (stationId) => {
    // Stations change all the time, and examining costs: only what a finding depends on is a reason to look again.
    const station = stations.record(stationId)
    if (!station) return void examinedAs.delete(stationId)
    const { serialNumber } = station
    if (examinedAs.get(stationId) === serialNumber) return
    examinedAs.set(stationId, serialNumber)
    reexamine({ kind: 'station', id: stationId }).catch(onFailure)
  })
  changes.on('variables', (stationId) => {
    reexamine({ kind: 'station', id: stationId }).catch(onFailure)
  })

  /** In whose name is approved; or why the second person does not count. */
  const approverOf = async (actor: string, reason: string, second: SecondPerson | undefined, greenOnly: boolean) => {
    const isNeeded = secondPeople.areNeeded()
    const refused = isNeeded && second ? await secondPeople.refuse(actor, second) : null
    if (refused) return refused
    const confirmedBy = isNeeded && second ? second.name : null
    const approver: Approver = {
      actor,
      reason,
      second: confirmedBy,
      needsSecond: isNeeded && confirmedBy === null,
      isSecondTo: (first) => secondPeople.areTwo(first, actor),
      rule: null,
      greenOnly,
    }
    return { kind: 'approver' as const, approver }
  }

  /** Of many one may fail: the others are not held up by it. */
  const keptAside = (error: unknown) => {
    onFailure(error)
    return { kind: 'failed' as const }
  }

  const decisionDetail = (row: RequestViewRow): AuditDetail => ({ [ownerOf(row).kind]: row.owner_name })

  return {
    receive,
    rules,

    async approve(actor, requestId, reason, second) {
      existing(requestId)
      const by = await approverOf(actor, reason, second, false)
      if (by.kind === 'second-refused') return by
      const [approved] = await approveAll([requestId], by.approver)
      if (!approved) throw new AppError('UNKNOWN_REQUEST')
      if (approved.outcome.kind === 'failed') throw approved.outcome.error
      return approved.outcome
    },

    async *approveGreen(actor, upTo, second) {
      const by = await approverOf(actor, '', second, true)
      if (by.kind === 'second-refused') {
        yield by
        return
      }
      const ids = greenUpTo(read, upTo)
      for (let done = 0; ; ) {
        const piece = ids.slice(done, done + limits.signedTogether)
        const approved = piece.length === 0 ? [] : await approveAll(piece, by.approver)
        done += piece.length
        yield {
          kind: 'progress',
          total: ids.length,
          done,
          results: approved.map(({ row, outcome }) => ({
            requestId: row.id,
            owner: toRequest(row).owner,
            outcome: outcome.kind === 'failed' ? keptAside(outcome.error) : outcome,
          })),
        }
        if (done >= ids.length) return
      }
    },

    async reject(actor, requestId, reason) {
      const row = existing(requestId)
      const at = clock()
      const rejected = await writer.write((db) => {
        const status = requestById(db, requestId)?.status
        // What could not be read can't be approved, but put aside like anything else.
        if (status !== 'pending' && status !== 'unreadable') return false
        decideRequest(db, requestId, { status: 'rejected', severity: row.severity, at, by: actor, reason })
        const detail = { ...decisionDetail(row), reason }
        appendAudit(db, { at, actor, action: 'request-rejected', subject: row.subject ?? row.owner_name, detail })
        return true
      })
      if (!rejected) return { kind: 'already-decided', status: existing(requestId).status }
      changes.emit('request', requestId)
      changes.emit('audit', 0)
      return { kind: 'rejected' }
    },

    async reopen(actor, requestId) {
      const row = existing(requestId)
      const at = clock()
      const reopened = await writer.write((db) => {
        if (!reopenRequest(db, requestId)) return false
        const detail = decisionDetail(row)
        appendAudit(db, { at, actor, action: 'request-reopened', subject: row.subject ?? row.owner_name, detail })
        return true
      })
      if (reopened) {
        changes.emit('request', requestId)
        changes.emit('audit', 0)
      }
      return reopened
    },

    async case(requestId) {
      const row = existing(requestId)
      const owner = examiner.ownerOf(row)
      const context = examiner.context()
      return toCase({
        row,
        owner,
        examined: examiner.examine(row, owner, context),
        certificatePem:
          row.status !== 'approved'
            ? undefined
            : owner.kind === 'station'
              ? certificateOfRequest(read, requestId)?.pem
              : devices.newestCertificate(owner.id, row.request_key)?.pem,
        context,
      })
    },
    head: () => queueRows(read, { offset: 0, limit: QUEUE_HEAD }).rows.map(toRequest),
    queue(piece) {
      const { rows, total } = queueRows(read, piece)
      return { entries: rows.map(toRequest), total }
    },
    place: (requestId) => placeInQueue(read, requestId),
    summary() {
      const { n, newest } = countGreen(read)
      return {
        sections: countSections(read),
        green: n,
        newestGreen: newest,
        halfApproved: countHalfApproved(read),
      }
    },
    find(filter) {
      const { rows, total } = findRequests(read, filter)
      return toPage(rows, filter.limit, total, toRequest)
    },
    countPending: () => countPending(read),
  }
}
