/** Sentences about devices that are written down with what was decided. */
export const devices = {
  /** The reason of an approval in the name of a token. */
  signedAtOnce: 'Its token has requests signed at once.',
  /** Why requests of a device that is out of service are turned down. */
  unregistered: 'The device unregistered.',
  revoked: 'The device was revoked.',
} as const
