import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AUTHORIZATION_STATUSES } from '../ocpp/authorization'
import { ID_TOKEN_TYPES } from '../ocpp/idToken'
import { RefusalReason } from './cardRules'
import { Id, PageRequest, page, Time } from './feed'

/** A SecurityEventNotification of a station, kept as it came. */
export const SecurityEvent = z.object({
  id: Id,
  stationId: Id,
  stationIdentity: z.string(),
  /** As the station spelt it; any text up to 50 characters is kept (A04). */
  type: z.string(),
  critical: z.boolean(),
  detail: z.string().nullable(),
  /** By the station's clock. */
  occurredAt: Time,
  receivedAt: Time,
})
export type SecurityEvent = z.infer<typeof SecurityEvent>

/** Everything a person (or the program in a person's name) changed. Sentences are `audit.<action>` of the words. */
export const AUDIT_ACTIONS = [
  'site-set-up',
  'station-registered',
  'station-admitted',
  'station-refused',
  'station-changed',
  'card-enrolled',
  'card-changed',
  'card-blocked',
  'card-unblocked',
  'card-replaced',
  'card-withdrawn',
  'card-erased',
  'cards-imported',
  'start-policy-set',
  'unknown-card-dismissed',
  'number-form-learnt',
  'number-form-forgotten',
  'request-approved',
  'request-approved-first',
  'request-rejected',
  'request-reopened',
  'certificate-resent',
  'refusal-settled',
  'rule-written',
  'rule-changed',
  'rule-switched-on',
  'rule-switched-off',
  'rule-removed',
  'approver-added',
  'approver-removed',
  'approver-wrong',
  'certificate-accepted',
  'certificate-refused',
  'certificate-revoked',
  'upgrade-started',
  'upgrade-decided',
  'upgrade-ended',
  'firmware-added',
  'firmware-changed',
  'firmware-removed',
  'log-removed',
  'log-dropped',
  'command-sent',
  'command-cancelled',
  'session-settled',
  'session-unsettled',
  'tariff-added',
  'tariff-removed',
  'statements-set',
  'backup-saved',
  'backup-plan-set',
  'backup-plan-removed',
  'update-feed-set',
  'update-ready',
  'update-refused',
  'update-started',
  'update-discarded',
  'authority-exported',
  'issuing-replaced',
  'root-prepared',
  'root-dropped',
  'root-switched',
  'authority-retired',
  'root-key-exported',
  'root-key-taken-away',
  'root-key-brought-back',
  'root-list-signed',
  'ports-changed',
  'device-registered',
  'device-unregistered',
  'device-certified',
  'device-changed',
  'device-revoked',
  'device-removed',
  'device-token-made',
  'device-token-ended',
  'api-token-made',
  'api-token-ended',
  'api-opened',
  'api-closed',
  'api-called',
  'operator-added',
  'operator-changed',
  'operator-secret-set',
  'operator-removed',
  'operator-recovered',
  'operator-signed-in',
  'operator-signed-out',
  'operator-wrong',
  'idle-lock-set',
  'two-people-set',
] as const

export const AuditEntry = z.object({
  id: Id,
  at: Time,
  actor: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  /** What it was about, in words: an identity, a card number, a subject. */
  subject: z.string(),
  /** What changed: field to [before, after]; or plain facts. */
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** One presented card and what the site answered. */
export const AuthorizationRecord = z.object({
  id: Id,
  at: Time,
  stationId: Id,
  stationIdentity: z.string(),
  token: z.string(),
  tokenType: z.enum(ID_TOKEN_TYPES).nullable(),
  status: z.enum(AUTHORIZATION_STATUSES),
  /** What stands behind a refusal, where there is more to say than its status. */
  reason: RefusalReason.nullable(),
})
export type AuthorizationRecord = z.infer<typeof AuthorizationRecord>

const OfStation = PageRequest.extend({ stationId: Id.optional() })

export const events = {
  security: oc.route({ method: 'GET', path: '/events/security' }).input(OfStation).output(page(SecurityEvent)),
  audit: oc.route({ method: 'GET', path: '/events/audit' }).input(PageRequest).output(page(AuditEntry)),
  authorizations: oc
    .route({ method: 'GET', path: '/events/authorizations' })
    .input(OfStation)
    .output(page(AuthorizationRecord)),
}
