import { DEVICE_REFUSALS } from '../devices/deviceRefusal'
import { ACCESS_REFUSALS } from './securityProfile'

/** Why a caller was turned away, at whichever step: TLS, the upgrade, MQTT, or the proof that it is who it says. */
export const CALL_REFUSALS = [
  ...ACCESS_REFUSALS,
  ...DEVICE_REFUSALS,
  'no-identity',
  'bad-identity',
  'no-protocol',
  'other-protocol',
  'refused-station',
  'too-many-waiting',
  'too-many-connections',
  'tls-none',
  'tls-version',
  'tls-too-old',
  'tls-suite',
  'tls-alpn',
  'tls-not-trusted',
  'tls-broken-off',
  'tls-late',
  'tls-other',
] as const
export type CallRefusal = (typeof CALL_REFUSALS)[number]
