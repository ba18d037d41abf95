import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/**
 * Makes certificate requests of every kind, good and bad, with a DER writer of its own: neither the reader under test
 * nor its library takes part, so that they can't agree with themselves.
 */
type Keys = { publicKey: KeyObject; privateKey: KeyObject }

export function element(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body])
}

export const sequence = (...content: Uint8Array[]) => element(0x30, ...content)
export const set = (...content: Uint8Array[]) => element(0x31, ...content)

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) | 0x80)
    return groups
  })
  return element(6, Buffer.from(bytes))
}

export function unsigned(value: bigint): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return element(2, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

const bitString = (bytes: Uint8Array) => element(3, Buffer.from([0]), bytes)

const NAME_OIDS: Record<string, string> = { CN: '2.5.4.3', O: '2.5.4.10', OU: '2.5.4.11', C: '2.5.4.6', L: '2.5.4.7' }

/** A name of UTF8Strings, one RDN for each pair. */
export function name(attributes: readonly (readonly [string, string])[]): Buffer {
  const part = ([label, value]: readonly [string, string]) =>
    set(sequence(oid(NAME_OIDS[label] ?? label), element(12, Buffer.from(value))))
  return sequence(...attributes.map(part))
}

export function extension(id: string, critical: boolean, value: Uint8Array): Buffer {
  return sequence(oid(id), ...(critical ? [element(1, Buffer.from([0xff]))] : []), element(4, value))
}

/** The extensions that the checks look for. */
export const asking = {
  authority: extension('2.5.29.19', true, sequence(element(1, Buffer.from([0xff])))),
  noAuthority: extension('2.5.29.19', true, sequence()),
  certificateSigning: extension('2.5.29.15', true, element(3, Buffer.from([0x01, 0x06]))),
  digitalSignature: extension('2.5.29.15', true, element(3, Buffer.from([0x07, 0x80]))),
  alternativeNames: extension(
    '2.5.29.17',
    false,
    sequence(element(0x82, Buffer.from('office.example')), element(0x87, Buffer.from([192, 0, 2, 7]))),
  ),
  /** otherName, which has no usual text. */
  strangeName: extension(
    '2.5.29.17',
    false,
    sequence(element(0xa0, oid('1.3.6.1.4.1.311.20.2.3'), element(0xa0, element(12, Buffer.from('x'))))),
  ),
  unknownCritical: extension('1.3.6.1.4.1.99999.1', true, element(5)),
  unknownOptional: extension('1.3.6.1.4.1.99999.2', false, element(5)),
}

const made = new Map<string, Keys>()

/** A key pair of the kind, made once for each test file: RSA keys are slow. */
export function keys(kind: 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'ed25519' | `RSA-${number}` | 'RSA-e3'): Keys {
  const known = made.get(kind)
  if (known !== undefined) return known
  const pair = freshKeys(kind)
  made.set(kind, pair)
  return pair
}

function freshKeys(kind: string): Keys {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519')
  if (kind === 'RSA-e3') return generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 })
  if (kind.startsWith('RSA-')) return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(4)) })
  return generateKeyPairSync('ec', { namedCurve: kind })
}

/** A key pair that no other request uses. */
export const freshEcKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

export const spkiOf = ({ publicKey }: Keys) => publicKey.export({ format: 'der', type: 'spki' })

/** An RSA public key with any numbers, also such that no real key has. */
export function rsaSpki(modulus: bigint, exponent: bigint): Buffer {
  const algorithm = sequence(oid('1.2.840.113549.1.1.1'), element(5))
  return sequence(algorithm, bitString(sequence(unsigned(modulus), unsigned(exponent))))
}

const SIGNATURE_OIDS: Record<string, string> = {
  'ec:sha1': '1.2.840.10045.4.1',
  'ec:sha256': '1.2.840.10045.4.3.2',
  'ec:sha384': '1.2.840.10045.4.3.3',
  'rsa:md5': '1.2.840.113549.1.1.4',
  'rsa:sha1': '1.2.840.113549.1.1.5',
  'rsa:sha256': '1.2.840.113549.1.1.11',
  'ed25519:': '1.3.101.112',
}

export type RequestRecipe = {
  subject?: readonly (readonly [string, string])[]
  keyPair?: Keys
  spki?: Uint8Array
  digest?: 'md5' | 'sha1' | 'sha256' | 'sha384'
  /** Another algorithm name than the one that was used. */
  algorithm?: Uint8Array
  extensions?: readonly Uint8Array[]
  /** Leaves the attributes field out completely, as some small stacks do. */
  withoutAttributes?: boolean
  signWith?: KeyObject
}

export const SERIAL_NUMBER = 'SN-0042'
export const ORGANISATION = 'Harbour Parking'

/** The DER of a request; by default a good one for SERIAL_NUMBER and ORGANISATION with a P-256 key. */
export function requestDer(recipe: RequestRecipe = {}): Buffer {
  const pair = recipe.keyPair ?? keys('P-256')
  const kind = pair.privateKey.asymmetricKeyType ?? ''
  const digest = kind === 'ed25519' ? '' : (recipe.digest ?? 'sha256')
  const attributes = (recipe.extensions ?? []).length
    ? [sequence(oid('1.2.840.113549.1.9.14'), set(sequence(...(recipe.extensions ?? []))))]
    : []
  const subject = recipe.subject ?? [
    ['O', ORGANISATION],
    ['CN', SERIAL_NUMBER],
  ]
  const info = sequence(
    unsigned(0n),
    name(subject),
    recipe.spki ?? spkiOf(pair),
    ...(recipe.withoutAttributes ? [] : [element(0xa0, ...attributes)]),
  )
  const algorithm =
    recipe.algorithm ??
    sequence(oid(SIGNATURE_OIDS[`${kind}:${digest}`] ?? '1.2.3'), ...(kind === 'rsa' ? [element(5)] : []))
  const signature = sign(digest || null, info, recipe.signWith ?? pair.privateKey)
  return sequence(info, algorithm, bitString(signature))
}

/** DER as PEM with lines of 64 characters. */
export function pem(der: Uint8Array, label = 'CERTIFICATE REQUEST', lineBreak = '\n'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(lineBreak)
}

export const requestPem = (recipe: RequestRecipe = {}) => pem(requestDer(recipe))
