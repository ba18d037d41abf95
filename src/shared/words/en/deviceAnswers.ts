/**
 * What devices are told over HTTPS when they are not served, by the reason. It ends up in the logs of gateways, where
 * installers read it.
 */
export const deviceAnswers = {
  'not-secure': 'Tokens and certificates are only given over TLS: call the port with https://.',
  'no-token':
    'The call has no token. Send “Authorization: Bearer <token>” with one from the Devices page of Chargehand.',
  'wrong-token': 'The token is not one of this site, or it is written wrongly.',
  'ended-token': 'The token has ended. Ask the site manager for another one.',
  'token-spent': 'As many devices as the token allows have registered with it. Ask the site manager for another one.',
  guessing: 'Too many wrong tokens came from this address. Try again later.',
  'too-many-calls': 'Too many calls came from this address. Try again later.',
  busy: 'Too many calls are under way. Try again in a moment.',
  'too-large': 'The body is larger than {{bytes}} bytes.',
  'bad-client-id':
    'The client id may have up to 64 letters, digits and the signs . _ : = @ -, and begins with a letter or digit.',
  'not-registered': 'The client {{clientId}} is not registered. Register it with POST /client first.',
  'already-registered':
    'The client {{clientId}} is already registered. Send allowExist to have that taken for a success.',
  'other-token': 'The client {{clientId}} belongs to another token.',
  revoked: 'The site manager has revoked the client {{clientId}}.',
  'too-many-devices': 'The site has as many devices as it takes. The site manager can raise that, or remove some.',
  unreadable: '{{reason}}',
  'other-name': 'The request names {{name}}, which is another device or charger of this site.',
  blocked: 'The request can not be signed: {{reasons}}',
  waits: 'The request waits for the site manager. Send the same one again in {{retryAfterS}} seconds.',
  rejected: 'The site manager has turned this request down. Make a new key and ask again, or ask the manager.',
  'too-many-waiting': 'Too many requests of this device wait for the manager.',
  'unknown-target': 'There is no station or device {{target}} here.',
  'already-subscribed': 'This client is told of {{target}} already.',
  'not-subscribed': 'This client is not told of {{target}}.',
  'too-many-subscriptions': 'This client is told of as many things as it can be.',
  'unknown-claim': 'The ownership token is not known, was used already, or has ended.',
  'unknown-template': 'There is no provisioning template {{name}} for this token: its name is the one of the token.',
  'name-taken': 'The name {{name}} belongs to another device or charger of this site.',
  'bad-call': 'The call is not as it should be: {{problem}}',
  'not-found': 'There is no such call. The OpenAPI document is at /devices/openapi.json.',
  'not-set-up': 'The site has not been set up yet.',
  failed: 'The server could not do this. Try again later.',
} as const
