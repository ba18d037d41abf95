/** What scripts are told that are not served. */
export const automation = {
  noToken: 'Send “Authorization: Bearer <token>” with a token from the Settings page of Chargehand.',
  foreign:
    'This port is for scripts on this computer: call it by 127.0.0.1 or localhost, and not from a page of the web.',
  guessing: 'Too many wrong tokens came from this address. Try again later.',
  scope: 'The token has the scope {{has}}; this call needs {{needs}}.',
  consoleOnly: 'This is for people at the console; no script may do it.',
  notFound: 'There is no such call. The OpenAPI document is at /api/openapi.json.',
} as const
