/**
 * What the site says to a presented card. Each OCPP version has its own spelling for these; the adapters know them.
 */
export const AUTHORIZATION_STATUSES = ['accepted', 'blocked', 'expired', 'not-yet-valid', 'unknown'] as const
export type AuthorizationStatus = (typeof AUTHORIZATION_STATUSES)[number]
