/** What the site answered to a card, in a few words; the same on every page. */
export const cardAnswers = {
  accepted: 'Accepted',
  'too-many-guesses': 'Refused: too many wrong codes',
  'wrong-code': 'Refused: wrong code',
  unknown: 'Refused: not enrolled',
  'card-wanted': 'Refused: no card shown',
  blocked: 'Refused: blocked',
  expired: 'Refused: expired',
  'not-yet-valid': 'Refused: not valid yet',
  'starts-nothing': 'Refused: a MasterPass starts nothing',
  'not-at-this-location': 'Refused: not at this station',
  'not-this-evse': 'Refused: not at this EVSE',
  'not-at-this-time': 'Refused: not at this hour',
  'no-credit': 'Refused: budget used up',
  'charging-already': 'Refused: charges already',
} as const

/** What stands behind a refusal, where there is more to say than that; it follows the answer. */
export const cardReasons = {
  'too-many-guesses': 'codes count again from {{next}}',
  expired: 'it ended {{since}}',
  'not-yet-valid': 'not before {{next}}',
  'not-this-evse_one': 'only at EVSE {{evses}}',
  'not-this-evse_other': 'only at EVSEs {{evses}}',
  'not-at-this-time': 'not before {{next}}',
  'no-credit-energy': '{{used}} of {{limit}} this month; again from {{next}}',
  'no-credit-sessions': '{{used}} of {{limit}} sessions this month; again from {{next}}',
  'charging-already': 'at {{station}}',
} as const
