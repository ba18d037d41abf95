import { hash, randomBytes } from 'node:crypto'
import type { CertificateRequest, Finding, RequestCase } from '@shared/contract/requests'
import { AppError } from '@shared/errors'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { ConnectionFacts } from '../stations/connection'
import type { StationRecord, Stations } from '../stations/stations'
import type { Store } from '../store/open'
import {
  type CertificateRow,
  certificateOfRequest,
  type DeliveryState,
  insertCertificate,
} from '../store/queries/certificates'
import { appendAudit } from '../store/queries/events'
import { toPage } from '../store/queries/page'
import {
  askAgain,
  countOfStation,
  countPending,
  countRepeat,
  decideRequest,
  type FreshRequest,
  findRequests,
  insertRequest,
  openRequestById,
  openRequests,
  pendingOfStation,
  type RequestFilter,
  type RequestStatus,
  type RequestViewRow,
  reopenRequest,
  replaceText,
  requestById,
  requestByKey,
  setSeverity,
  trimUnreadable,
} from '../store/queries/requests'
import { readCertificationRequest } from './certificationRequest'
import type { Delivery } from './delivery'
import { type Examinable, examineStored } from './examination'
import { worstSeverity } from './examine'
import { issueStationCertificate } from './issue'
import { provesPossession } from './possession'
import { toCase, toRequest } from './requestCase'
import { newSerialNumber } from './serialNumber'
import type { SiteAuthority } from './siteAuthority'

/** Requests of one station that may wait at a time; a further one with yet another key is answered Rejected. */
export const PENDING_PER_STATION_MAX = 20
/** Unreadable texts that are kept of one station, newest first. */
export const UNREADABLE_PER_STATION_KEPT = 10

/**
 * How long before its end a certificate is renewed when its station asks with the same key, in milliseconds; earlier,
 * the certificate that exists is sent again. Stations begin to ask a month before the end (A03.FR.02).
 */
export const RENEWAL_WINDOW_MS = 60 * 24 * 3_600_000

/** Whether a station that asks with the same key wants another certificate, and not the one that it has once more. */
function wantsAnother(certificate: CertificateRow | undefined, at: number): boolean {
  if (certificate === undefined) return false
  return certificate.revoked_at !== null || certificate.not_after - at < RENEWAL_WINDOW_MS
}

/** A certificate request as it came in. `csr` is untrusted text of any content. */
export interface ReceivedRequest {
  readonly station: StationRecord
  readonly connection: ConnectionFacts
  readonly csr: string
  readonly certificateType: string | null
  /** The number that the certificate is to bear (2.1 A02.FR.24); null where the version has none. */
  readonly stationRequestId: number | null
}

export type ApproveOutcome =
  | { kind: 'approved'; delivery: DeliveryState }
  | { kind: 'blocked'; findings: Finding[] }
  | { kind: 'reason-needed'; findings: Finding[] }
  | { kind: 'already-decided'; status: RequestStatus }

/** The request desk: what stations ask to have certified, and what the manager says to it. */
export interface RequestDesk {
  /** @returns true when the request was taken for examination; false when it can never be signed. On disk either way. */
  receive(received: ReceivedRequest): Promise<boolean>
  approve(actor: string, requestId: number, reason: string): Promise<ApproveOutcome>
  reject(
    actor: string,
    requestId: number,
    reason: string,
  ): Promise<{ kind: 'rejected' } | { kind: 'already-decided'; status: RequestStatus }>
  /** @returns false when it was not rejected */
  reopen(actor: string, requestId: number): Promise<boolean>
  /** @throws AppError UNKNOWN_REQUEST */
  case(requestId: number): Promise<RequestCase>
  open(): CertificateRequest[]
  openById(requestId: number): CertificateRequest | undefined
  find(filter: RequestFilter): { entries: CertificateRequest[]; next: number | null; total: number }
  countPending(): number
}

export interface DeskDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Stations
  readonly authority: SiteAuthority
  readonly delivery: Delivery
  /** The O of this site's certificates. */
  readonly organisation: () => string
  /** Where certificates say that they can be checked; see `publishedAt`. */
  readonly publishedAt?: string
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
}

export function createDesk(deps: DeskDeps): RequestDesk {
  const { store, clock, changes, stations, authority, delivery, organisation } = deps
  const { read, writer } = store

  const existing = (requestId: number): RequestViewRow => {
    const row = requestById(read, requestId)
    if (!row) throw new AppError('UNKNOWN_REQUEST')
    return row
  }
  const stationOf = (row: { station_id: number }) => {
    const station = stations.record(row.station_id)
    if (!station) throw new AppError('UNKNOWN_STATION')
    return station
  }
  const examine = (row: Examinable, station: StationRecord) =>
    examineStored(row, { read, authority, organisation: organisation(), station, now: clock() })
  const rate = (row: FreshRequest, station: StationRecord) =>
    worstSeverity(examine({ ...row, id: 0 }, station).findings)

  // What a station says about itself later (its serial number) changes what there is to find in its requests.
  const reexamine = async (stationId: number) => {
    for (const row of pendingOfStation(read, stationId)) {
      const severity = worstSeverity(examine(row, stationOf(row)).findings)
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
    reexamine(stationId).catch(deps.onFailure)
  })

  return {
    async receive({ station, connection, csr, certificateType, stationRequestId }) {
      const at = clock()
      const request = readCertificationRequest(csr)
      const readable = request.kind === 'readable'
      const possession = readable && (await provesPossession(request))
      const unrated: FreshRequest = {
        station_id: station.id,
        request_key: readable ? request.spkiSha256 : `text:${hash('sha256', csr)}`,
        csr,
        certificate_type: certificateType,
        station_request_id: stationRequestId,
        subject: readable ? request.subject : null,
        status: readable ? 'pending' : 'unreadable',
        severity: 'block',
        transport: connection.transport,
        protocol: connection.protocol,
        remote_address: connection.remoteAddress,
        authenticated: connection.authenticated ? 1 : 0,
        possession: possession ? 1 : 0,
        received_at: at,
        last_received_at: at,
      }
      const fresh = { ...unrated, severity: rate(unrated, station) }
      const taken = await writer.write((db): { id: number; status: RequestStatus } | null => {
        const known = requestByKey(db, station.id, fresh.request_key)
        if (!known) {
          if (readable && countOfStation(db, station.id, 'pending') >= PENDING_PER_STATION_MAX) return null
          const id = insertRequest(db, fresh)
          if (!readable) trimUnreadable(db, station.id, UNREADABLE_PER_STATION_KEPT)
          return { id, status: fresh.status }
        }
        countRepeat(db, known.id, at, stationRequestId)
        if (known.status === 'approved' && possession && wantsAnother(certificateOfRequest(db, known.id), at)) {
          askAgain(db, known.id)
          replaceText(db, known.id, fresh)
          return { id: known.id, status: 'pending' }
        }
        // Somebody who only saw the key must not spoil a request whose sender proved to hold it.
        if (known.status === 'pending' && (possession || known.possession === 0)) replaceText(db, known.id, fresh)
        return { id: known.id, status: known.status }
      })
      if (!taken) return false
      changes.emit('request', taken.id)
      if (taken.status === 'approved') {
        // It asks again for what was signed already: the answer got lost, so the same certificate goes out again.
        const certificate = certificateOfRequest(read, taken.id)
        if (certificate) delivery.deliver(certificate.id).catch(deps.onFailure)
      }
      return readable
    },

    async approve(actor, requestId, reason) {
      const row = existing(requestId)
      if (row.status !== 'pending') return { kind: 'already-decided', status: row.status }
      const { request, findings } = examine(row, stationOf(row))
      const severity = worstSeverity(findings)
      const { serialNumber } = stationOf(row)
      if (severity === 'block' || !request || serialNumber === null) return { kind: 'blocked', findings }
      if (severity === 'warn' && reason === '') return { kind: 'reason-needed', findings }
      const at = clock()
      const issued = await authority.withIssuing((issuing) =>
        issueStationCertificate({
          issuing,
          stationSerialNumber: serialNumber,
          organisation: organisation(),
          publicKey: request.spki,
          certificateSerialNumber: newSerialNumber(randomBytes),
          now: at,
          publishedAt: deps.publishedAt,
        }),
      )
      const certificateId = await writer.write((db) => {
        // Another window may have decided while this one signed: then this signature is thrown away.
        if (requestById(db, requestId)?.status !== 'pending') return null
        decideRequest(db, requestId, { status: 'approved', severity, at, by: actor, reason })
        const id = insertCertificate(db, {
          station_id: row.station_id,
          request_id: requestId,
          serial_number: issued.serialNumberHex,
          spki_sha256: request.spkiSha256,
          pem: issued.pem,
          chain_pem: issued.chainPem,
          not_after: issued.notAfter,
          issued_at: at,
          delivery: 'waiting',
          delivery_at: at,
        })
        const findingCodes = findings.filter((finding) => finding.severity !== 'ok').map((finding) => finding.code)
        const detail = {
          station: row.station_identity,
          serialNumber: issued.serialNumberHex,
          reason,
          findings: findingCodes,
        }
        appendAudit(db, { at, actor, action: 'request-approved', subject: issued.subject, detail })
        return id
      })
      if (certificateId === null) return { kind: 'already-decided', status: existing(requestId).status }
      changes.emit('request', requestId)
      changes.emit('certificate', certificateId)
      changes.emit('audit', 0)
      return { kind: 'approved', delivery: await delivery.deliver(certificateId) }
    },

    async reject(actor, requestId, reason) {
      const row = existing(requestId)
      const at = clock()
      const rejected = await writer.write((db) => {
        const status = requestById(db, requestId)?.status
        // What could not be read can't be approved, but put aside like anything else.
        if (status !== 'pending' && status !== 'unreadable') return false
        decideRequest(db, requestId, { status: 'rejected', severity: row.severity, at, by: actor, reason })
        const detail = { station: row.station_identity, reason }
        appendAudit(db, { at, actor, action: 'request-rejected', subject: row.subject ?? row.station_identity, detail })
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
        const detail = { station: row.station_identity }
        appendAudit(db, { at, actor, action: 'request-reopened', subject: row.subject ?? row.station_identity, detail })
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
      return toCase({
        row,
        station: stationOf(row),
        online: stations.connection(row.station_id) !== undefined,
        examined: examine(row, stationOf(row)),
        certificate: row.status === 'approved' ? certificateOfRequest(read, requestId) : undefined,
        authority,
        organisation: organisation(),
        now: clock(),
      })
    },
    open: () => openRequests(read).map(toRequest),
    openById(requestId) {
      const row = openRequestById(read, requestId)
      return row && toRequest(row)
    },
    find(filter) {
      const { rows, total } = findRequests(read, filter)
      return toPage(rows, filter.limit, total, toRequest)
    },
    countPending: () => countPending(read),
  }
}
