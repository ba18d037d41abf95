import {
  Attribute,
  BasicConstraints,
  Extension,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
} from '@peculiar/asn1-x509'
import { BitString, Boolean as BooleanBlock, Sequence } from 'asn1js'
import { asType, type Block, fieldsOf, MalformedDer, readDer, readSequence } from './der'
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

const KNOWN = new Set([
  id_ce_subjectKeyIdentifier,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
])

/** The members of a SEQUENCE OF. */
function listIn(value: ArrayBuffer): Block[] {
  const block = readDer(value)
  if (!(block instanceof Sequence)) throw new MalformedDer('has no list where one belongs')
  return fieldsOf(block)
}

function readExtension(block: Block): Extension {
  // `critical` may be left out, and only it; the library would pass over one in the wrong place.
  return readSequence(block, Extension, fieldsOf(block)[1] instanceof BooleanBlock ? 3 : 2)
}

function asksForAuthority(value: ArrayBuffer): boolean {
  return readSequence(readDer(value), BasicConstraints, 2).cA
}

/** Bits 5 (keyCertSign) and 6 (cRLSign) of RFC 5280 §4.2.1.3, counted from the left. */
function asksForSigning(value: ArrayBuffer): boolean {
  const usage = readDer(value)
  if (!(usage instanceof BitString)) throw new MalformedDer('has a key usage that is none')
  // Not the library's KeyUsage: it makes one floating-point number of all bits, and a long string loses these two.
  return ((usage.valueBlock.valueHexView[0] ?? 0) & 0b0000_0110) !== 0
}

const OTHER_NAME = 'another kind of name'

const written = (text: string) => formatName([[{ label: '', value: text }]]).slice(1)

/** One GeneralName (RFC 5280 §4.2.1.6); forms without a usual text are named only, as are those that can't be read. */
function formatGeneralName(block: Block): string {
  try {
    const name = asType(block, GeneralName)
    if (name.rfc822Name !== undefined) return `email:${written(name.rfc822Name)}`
    if (name.dNSName !== undefined) return `DNS:${written(name.dNSName)}`
    if (name.directoryName !== undefined) return `name:${formatName(readName(fieldsOf(block)[0]))}`
    if (name.uniformResourceIdentifier !== undefined) return `URI:${written(name.uniformResourceIdentifier)}`
    if (name.iPAddress !== undefined) return `IP:${name.iPAddress}`
  } catch (error) {
    if (!(error instanceof MalformedDer)) throw error
  }
  return OTHER_NAME
}

function extensionsOf(attribute: Block): Extension[] {
  const { type, values } = readSequence(attribute, Attribute, 2)
  return EXTENSION_REQUESTS.has(type) ? values.flatMap((list) => listIn(list).map(readExtension)) : []
}

/** Reads the attributes of a request (RFC 2986 §4.1), which may be left out altogether; throws MalformedDer. */
export function readRequestedExtensions(attributes: Block | undefined): RequestedExtensions {
  const extensions = attributes === undefined ? [] : fieldsOf(attributes).flatMap(extensionsOf)
  const of = (oid: string) => extensions.filter(({ extnID }) => extnID === oid).map(({ extnValue }) => extnValue.buffer)
  const unknown = extensions.filter(({ extnID, critical }) => critical && !KNOWN.has(extnID))
  return {
    authority: of(id_ce_basicConstraints).some(asksForAuthority),
    certificateSigning: of(id_ce_keyUsage).some(asksForSigning),
    alternativeNames: of(id_ce_subjectAltName).flatMap((value) => listIn(value).map(formatGeneralName)),
    unknownCritical: unknown.map(({ extnID }) => extnID),
  }
}
