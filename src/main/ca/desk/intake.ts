import { hash } from 'node:crypto'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import { createTurns } from '../../inTurns'
import { withoutPrivateKeys } from '../../secrets/secretText'
import type { ConnectionFacts } from '../../stations/connection'
import type { ReadDb } from '../../store/handles'
import type { Store } from '../../store/open'
import { certificateOfRequest } from '../../store/queries/certificates'
import {
  askAgain,
  countOfOwner,
  countRepeat,
  type FreshRequest,
  insertRequest,
  type RequestRow,
  type RequestStatus,
  replaceText,
  requestByKey,
  trimUnreadable,
} from '../../store/queries/requests'
import { type ReadableRequest, readCertificationRequest } from '../certificationRequest'
import type { Delivery } from '../delivery'
import { worstSeverity } from '../examine'
import type { DevicesAtDesk, OwnerRef } from '../owner'
import { provesPossession } from '../possession'
import type { AskedRoot } from '../rootAsked'
import { createAskCounter } from './askCounter'
import type { Examiner } from './examiner'
import type { DeskLimits } from './limits'

/**
 * How long before its end a certificate is renewed when its owner asks with the same key, in milliseconds; earlier, the
 * certificate that exists is sent again. Stations begin to ask a month before the end (A03.FR.02).
 */
export const RENEWAL_WINDOW_MS = 60 * 24 * 3_600_000

/** Whether an owner that asks with the same key wants another certificate, and not the one that it has once more. */
function wantsAnother(
  certificate: { readonly isRevoked: boolean; readonly notAfter: number } | undefined,
  at: number,
): boolean {
  if (certificate === undefined) return false
  return certificate.isRevoked || certificate.notAfter - at < RENEWAL_WINDOW_MS
}

/** The connection that a request came over. `protocol`: an OCPP version, or the interface of devices. */
export interface CameOver {
  readonly transport: 'ws' | 'wss'
  readonly protocol: string
  readonly remoteAddress: string
  /** Its owner gave a password, a token or a certificate. */
  readonly authenticated: boolean
  readonly byCertificate: boolean
}

/** What counts of a station's connection for its request. */
export function cameOver(connection: ConnectionFacts): CameOver {
  const { transport, protocol, remoteAddress, authenticated, certificateSerialNumber } = connection
  return { transport, protocol, remoteAddress, authenticated, byCertificate: certificateSerialNumber !== undefined }
}

/** A certificate request as it came in. `csr` is untrusted text of any content. */
export interface ReceivedRequest {
  readonly owner: OwnerRef
  readonly connection: CameOver
  readonly csr: string
  readonly certificateType: string | null
  /** The number that the certificate is to bear (2.1 A02.FR.24); null where the version has none. */
  readonly stationRequestId: number | null
  /** The root that it is to stand under (2.1 A02.FR.27); null where the request names none. */
  readonly askedRoot: AskedRoot | null
}

/**
 * What became of a request that came in. `taken`: it is on disk, to be decided or decided already; `refused`: it can
 * never be signed, or there is no room for it.
 */
export type ReceiveOutcome =
  | { readonly kind: 'taken'; readonly requestId: number; readonly status: RequestStatus }
  | { readonly kind: 'refused'; readonly reason: 'unreadable' | 'too-many' | 'too-often' }

export interface IntakeDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly delivery: Delivery
  readonly examiner: Examiner
  readonly devices: Pick<DevicesAtDesk, 'newestCertificate'>
  readonly limits: DeskLimits
  /** A request that waits from now on. */
  readonly onWaiting: (requestId: number) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

/** What one request would be stored as, before it is compared with what is there. */
function toRow(received: ReceivedRequest, request: ReadableRequest | null, possession: boolean, at: number) {
  const { owner, connection, csr, certificateType, stationRequestId, askedRoot } = received
  return {
    station_id: owner.kind === 'station' ? owner.id : null,
    device_id: owner.kind === 'device' ? owner.id : null,
    request_key: request ? request.spkiSha256 : `text:${hash('sha256', csr)}`,
    // A secret key that somebody sent by mistake must not lie here, nor be shown: that it was one is all that counts.
    csr: withoutPrivateKeys(csr),
    certificate_type: certificateType,
    station_request_id: stationRequestId,
    asked_root: askedRoot && JSON.stringify(askedRoot),
    subject: request?.subject ?? null,
    status: request ? 'pending' : 'unreadable',
    severity: 'block',
    transport: connection.transport,
    protocol: connection.protocol,
    remote_address: connection.remoteAddress,
    authenticated: connection.authenticated ? 1 : 0,
    by_certificate: connection.byCertificate ? 1 : 0,
    possession: possession ? 1 : 0,
    received_at: at,
    last_received_at: at,
  } as const satisfies Omit<FreshRequest, 'device_name'>
}

/** Takes in what is asked for: read, checked for possession, examined and on disk before its owner is answered. */
export function createIntake(deps: IntakeDeps): (received: ReceivedRequest) => Promise<ReceiveOutcome> {
  const { store, clock, changes, delivery, examiner, devices, limits, onFailure } = deps
  const mayAsk = createAskCounter(limits)
  const inTurn = createTurns(limits.examinedTogether)

  const prepare = async (received: ReceivedRequest): Promise<FreshRequest> => {
    const read = readCertificationRequest(received.csr)
    const request = read.kind === 'readable' ? read : null
    const possession = request !== null && (await provesPossession(request))
    const owner = examiner.owner(received.owner)
    const row: FreshRequest = {
      ...toRow(received, request, possession, clock()),
      device_name: owner.kind === 'device' ? owner.name : null,
    }
    return { ...row, severity: worstSeverity(examiner.examine({ ...row, id: 0 }, owner).findings) }
  }

  /** The certificate that a request led to. */
  const certifiedAs = (db: ReadDb, { id, device_id, request_key }: RequestRow) => {
    if (device_id !== null) return devices.newestCertificate(device_id, request_key)
    const row = certificateOfRequest(db, id)
    return row && { isRevoked: row.revoked_at !== null, notAfter: row.not_after }
  }

  return async (received) => {
    const { owner, stationRequestId } = received
    if (!mayAsk(owner, clock())) return { kind: 'refused', reason: 'too-often' }
    const fresh = await inTurn(() => prepare(received))
    const { received_at: at, possession } = fresh
    const readable = fresh.status === 'pending'
    const taken = await store.writer.write((db): { id: number; status: RequestStatus; waits: boolean } | null => {
      const known = requestByKey(db, owner, fresh.request_key)
      if (!known) {
        if (readable && countOfOwner(db, owner, 'pending') >= limits.pendingPerOwner) return null
        const id = insertRequest(db, fresh)
        if (!readable) trimUnreadable(db, owner, limits.unreadablePerOwner)
        return { id, status: fresh.status, waits: readable }
      }
      countRepeat(db, known.id, at, stationRequestId)
      if (known.status === 'approved' && possession === 1 && wantsAnother(certifiedAs(db, known), at)) {
        askAgain(db, known.id)
        replaceText(db, known.id, fresh)
        return { id: known.id, status: 'pending', waits: true }
      }
      // Somebody who only saw the key must not spoil a request whose sender proved to hold it.
      const mended = known.status === 'pending' && (possession === 1 || known.possession === 0)
      if (mended) replaceText(db, known.id, fresh)
      return { id: known.id, status: known.status, waits: mended }
    })
    if (!taken) return { kind: 'refused', reason: 'too-many' }
    changes.emit('request', taken.id)
    if (taken.status === 'approved') {
      // It asks again for what was signed already: the answer got lost, so the same certificate goes out again.
      const certificate = certificateOfRequest(store.read, taken.id)
      if (certificate) delivery.deliver(certificate.id).catch(onFailure)
    }
    if (!readable) return { kind: 'refused', reason: 'unreadable' }
    // Its owner is answered first: what is signed goes out by itself (A02.FR.11).
    if (taken.waits) setImmediate(() => deps.onWaiting(taken.id).catch(onFailure))
    return { kind: 'taken', requestId: taken.id, status: taken.status }
  }
}
