/** Why the MQTT broker turned a device away, or cut its connection. */
export const DEVICE_REFUSALS = [
  /** Its certificate is a charger's. */
  'certificate-of-station',
  'device-deleted',
  'other-client-id',
  /** No client id, and a session that should last: MQTT 3.1.1 [MQTT-3.1.3-8]. */
  'no-client-id',
  /** Asks for a version of MQTT that is not spoken here. */
  'mqtt-version',
  'will-not-allowed',
  'publish-not-allowed',
  'subscribe-not-allowed',
  'too-large',
  'too-slow',
  'too-many-retained',
  'too-many-subscriptions',
  'connect-late',
  'mqtt-broken',
] as const
export type DeviceRefusal = (typeof DEVICE_REFUSALS)[number]
