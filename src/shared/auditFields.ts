import type { PriceBand } from './contract/tariffs'

/**
 * Every field that a change in the audit trail may tell of; the screen's words for it are `events.field.<field>`. What
 * was written before a field was renamed is shown under its old name.
 */
export const AUDIT_FIELDS = [
  // Sites, stations and how they are reached
  'siteName',
  'organisation',
  'station',
  'label',
  'serialNumber',
  'vendor',
  'model',
  'remoteAddress',
  'securityProfile',
  'comingProfile',
  'password',
  'strict',
  'quirk',
  'accepted',
  'extraNames',
  'plain',
  'oldChargers',
  'shownKey',
  // Cards
  'token',
  'tokenType',
  'card',
  'seenAs',
  'holder',
  'group',
  'tags',
  'masterPass',
  'rules',
  'language',
  'message',
  'offline',
  'validFrom',
  'validUntil',
  'blocked',
  'replacement',
  'replacedBy',
  'cards',
  'skipped',
  'withoutCard',
  // Certificates, requests and rules
  'device',
  'reason',
  'answer',
  'findings',
  'first',
  'second',
  'rule',
  'confirmedBy',
  'notAfter',
  'role',
  'generation',
  'asker',
  'renewal',
  'sameKeyKind',
  'newKey',
  'sameSubject',
  'profile',
  'perDay',
  'wanted',
  // Upgrades, commands and sessions
  'from',
  'to',
  'state',
  'step',
  'decision',
  'command',
  'name',
  'action',
  'sent',
  'as',
  'was',
  'energyWh',
  'endedAt',
  'joinTo',
  // Tariffs and statements; amounts were written without their currency at first
  'pricePerKwh',
  'feePerSession',
  'feePerMonth',
  'pricePerKwhMilliMinor',
  'feePerSessionMinor',
  'feePerMonthMinor',
  'bands',
  'address',
  'currency',
  // Files, backups and updates
  'version',
  'size',
  'sha256',
  'sha512',
  'file',
  'backup',
  'note',
  'signingCertificate',
  'signature',
  'hour',
  'keep',
  'withLogs',
  'isOn',
  // Devices, tokens and scripts
  'clientId',
  'type',
  'serviceCode',
  'deviceType',
  'policy',
  'signing',
  'uses',
  'read',
  'write',
  'scope',
  'outcome',
  'times',
  // Operators
  'operatorRole',
  'disabled',
  'minutes',
  'byItself',
] as const
export type AuditField = (typeof AUDIT_FIELDS)[number]

/** An amount of money as a change tells of it, in thousandths of the currency's smallest coin. */
export interface AuditMoney {
  readonly milliMinor: number
  readonly currency: string
}

/** Hours with a price of their own, as a change tells of them; at first only their number was written. */
export type AuditBand = Omit<PriceBand, 'pricePerKwhMilliMinor'> & { readonly pricePerKwh: AuditMoney }

/** What was found in a certificate request, as a change tells of it; at first its code alone was written. */
export interface AuditFinding {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What a change tells: a field with [before, after], or a plain fact. */
export type AuditDetail = Readonly<Partial<Record<AuditField, unknown>>>

/** A detail that has no other fields, also where it was put together of parts. */
export type OnlyAuditFields<Detail> = { readonly [Field in keyof Detail]: Field extends AuditField ? unknown : never }

/** What differs between two states of something, each field as [before, after]. */
export function differences<Field extends AuditField>(
  fields: readonly Field[],
  before: Readonly<Record<Field, unknown>>,
  after: Readonly<Record<Field, unknown>>,
): AuditDetail {
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  const detail: Partial<Record<AuditField, unknown>> = {}
  for (const field of changed) detail[field] = [before[field], after[field]]
  return detail
}
