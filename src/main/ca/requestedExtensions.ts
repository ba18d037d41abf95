import { children, contextTag, type DerElement, expect, MalformedDer, readAll, readOid, readOne, TAG } from './der'
import { formatName, readName } from './distinguishedName'

/** What a request asks to have in its certificate. Nothing of it is ever copied; it is only examined. */
export type RequestedExtensions = {
  /** It asks to be an authority (CA:TRUE). */
  readonly authority: boolean
  /** It asks for the right to sign certificates or revocation lists. */
  readonly certificateSigning: boolean
  /** Alternative names as text: `DNS:charger.example`, `IP:192.0.2.7`. */
  readonly alternativeNames: readonly string[]
  /** Identifiers of extensions that are marked critical and not known here. */
  readonly unknownCritical: readonly string[]
}

// RFC 2985 §5.4.2, and the older one that Microsoft's tools write.
const EXTENSION_REQUESTS = new Set(['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14'])

const SUBJECT_KEY_IDENTIFIER = '2.5.29.14'
const KEY_USAGE = '2.5.29.15'
const ALTERNATIVE_NAME = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const KNOWN = new Set([SUBJECT_KEY_IDENTIFIER, KEY_USAGE, ALTERNATIVE_NAME, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE])

type Extension = { oid: string; critical: boolean; value: Uint8Array }

function readExtension(element: DerElement): Extension {
  const [type, second, third, ...rest] = children(element)
  if (rest.length > 0) throw new MalformedDer('has an extension with too many fields')
  if (third === undefined) return { oid: readOid(type), critical: false, value: expect(second, TAG.octetString).value }
  const critical = expect(second, TAG.boolean).value
  return { oid: readOid(type), critical: critical[0] !== 0, value: expect(third, TAG.octetString).value }
}

function asksForAuthority(value: Uint8Array): boolean {
  const flag = children(readOne(value, TAG.sequence))[0]
  return flag?.tag === TAG.boolean && flag.value[0] !== 0
}

/** Bits 5 (keyCertSign) and 6 (cRLSign) of RFC 5280 §4.2.1.3, counted from the left. */
function asksForSigning(value: Uint8Array): boolean {
  const bits = readOne(value, TAG.bitString).value[1] ?? 0
  return (bits & 0b0000_0110) !== 0
}

function formatAddress(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.')
  return (
    Buffer.from(bytes)
      .toString('hex')
      .match(/.{1,4}/g) ?? []
  ).join(':')
}

/** One GeneralName (RFC 5280 §4.2.1.6); forms without a usual text are named only. */
function formatGeneralName(name: DerElement): string {
  const text = () => formatName([[{ label: '', value: Buffer.from(name.value).toString('latin1') }]]).slice(1)
  switch (name.tag) {
    case 0x81:
      return `email:${text()}`
    case 0x82:
      return `DNS:${text()}`
    case contextTag(4):
      return `name:${formatName(readName(readAll(name.value)[0]))}`
    case 0x86:
      return `URI:${text()}`
    case 0x87:
      return `IP:${formatAddress(name.value)}`
    default:
      return 'another kind of name'
  }
}

function extensionsOf(attribute: DerElement): Extension[] {
  const [type, values] = children(attribute)
  if (!EXTENSION_REQUESTS.has(readOid(type))) return []
  return children(values, TAG.set).flatMap((list) => children(list).map(readExtension))
}

/** Reads the attributes of a request (RFC 2986 §4.1), which may be left out altogether; throws MalformedDer. */
export function readRequestedExtensions(attributes: DerElement | undefined): RequestedExtensions {
  const extensions =
    attributes === undefined ? [] : children(attributes, contextTag(0)).flatMap((attribute) => extensionsOf(attribute))
  const of = (oid: string) => extensions.filter((extension) => extension.oid === oid)
  return {
    authority: of(BASIC_CONSTRAINTS).some(({ value }) => asksForAuthority(value)),
    certificateSigning: of(KEY_USAGE).some(({ value }) => asksForSigning(value)),
    alternativeNames: of(ALTERNATIVE_NAME).flatMap(({ value }) =>
      children(readOne(value, TAG.sequence)).map(formatGeneralName),
    ),
    unknownCritical: extensions.filter(({ oid, critical }) => critical && !KNOWN.has(oid)).map(({ oid }) => oid),
  }
}
