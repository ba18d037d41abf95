/** Parts of the field's names that are written in capitals. */
const CAPITALS = new Set([
  'evse',
  'ev',
  'id',
  'url',
  'csr',
  'ocpp',
  'csms',
  'apn',
  'vpn',
  'soc',
  'v2x',
  'iso',
  'ocsp',
  'pem',
  'dc',
  'ac',
])

/** A name of the protocol as words: `chargingProfilePurpose` → “Charging profile purpose”, `evseId` → “EVSE ID”. */
export function humanise(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => (CAPITALS.has(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()))
  const [first = '', ...rest] = words
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')
}
