/**
 * What the site says to a presented card. Each OCPP version has its own spelling for these; the adapters know them. In
 * the order in which a reason is given when several are against a card: what the manager set by hand first, then what
 * time brings, then the rules of the card.
 */
export const AUTHORIZATION_STATUSES = [
  'accepted',
  'too-many-guesses',
  'wrong-code',
  'unknown',
  'card-wanted',
  'blocked',
  'expired',
  'not-yet-valid',
  'starts-nothing',
  'not-at-this-location',
  'not-this-evse',
  'not-at-this-time',
  'no-credit',
  'charging-already',
] as const
export type AuthorizationStatus = (typeof AUTHORIZATION_STATUSES)[number]

/**
 * What a card is presented for. `ask`: nobody said yet whether to start or to stop. `start`: a session begins with it or
 * is let go on by it. `stop`: it ends one.
 */
export const PURPOSES = ['ask', 'start', 'stop'] as const
export type Purpose = (typeof PURPOSES)[number]

/** The group that stations know the MasterPass by (2.x AuthCtrlr.MasterPassGroupId, C12, C16). */
export const MASTER_PASS_GROUP = 'MASTERPASS'
