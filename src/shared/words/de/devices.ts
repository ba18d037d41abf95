import type { devices as EnglishDevices } from '../en/devices'
import type { Translation } from '../translation'

export const devices: Translation<typeof EnglishDevices> = {
  signedAtOnce: 'Sein Token lässt Anforderungen sofort ausstellen.',
  unregistered: 'Das Gerät hat sich abgemeldet.',
  revoked: 'Das Gerät wurde widerrufen.',
}
