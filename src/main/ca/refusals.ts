import { AppError } from '@shared/errors'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { certificateOfRequest, type DeliveryState, settleRefusal } from '../store/queries/certificates'
import { appendAudit } from '../store/queries/events'
import { type RequestViewRow, requestById } from '../store/queries/requests'
import type { Delivery } from './delivery'

/**
 * What the manager can do about a certificate that its station refused. A station does not ask again by itself
 * (A02.FR.20), so the refusal stands in the queue until somebody has taken note of it.
 */
export interface Refusals {
  /** @returns the state right after, or null when there is nothing to send. @throws AppError UNKNOWN_REQUEST */
  resend(actor: string, requestId: number): Promise<DeliveryState | null>
  /** @returns false when there is no refusal to take note of. @throws AppError UNKNOWN_REQUEST */
  settle(actor: string, requestId: number): Promise<boolean>
}

export interface RefusalsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly delivery: Delivery
}

export function createRefusals({ store, clock, changes, delivery }: RefusalsDeps): Refusals {
  const existing = (requestId: number): RequestViewRow => {
    const row = requestById(store.read, requestId)
    if (!row) throw new AppError('UNKNOWN_REQUEST')
    return row
  }
  const auditEntry = (row: RequestViewRow, actor: string, action: 'certificate-resent' | 'refusal-settled') => ({
    at: clock(),
    actor,
    action,
    subject: row.subject ?? row.owner_name,
    detail: { station: row.owner_name, answer: row.delivery_detail },
  })

  return {
    async resend(actor, requestId) {
      const row = existing(requestId)
      const certificate = row.status === 'approved' ? certificateOfRequest(store.read, requestId) : undefined
      if (!certificate || certificate.delivery === 'accepted' || certificate.not_after <= clock()) return null
      if (certificate.revoked_at !== null) return null
      await store.writer.write((db) => appendAudit(db, auditEntry(row, actor, 'certificate-resent')))
      changes.emit('audit', 0)
      return delivery.deliver(certificate.id)
    },
    async settle(actor, requestId) {
      const row = existing(requestId)
      const settled = await store.writer.write((db) => {
        if (!settleRefusal(db, requestId, clock())) return false
        appendAudit(db, auditEntry(row, actor, 'refusal-settled'))
        return true
      })
      if (settled) {
        changes.emit('request', requestId)
        changes.emit('audit', 0)
      }
      return settled
    },
  }
}
