import { children, type DerElement, MalformedDer, readOid, TAG } from './der'

/** One attribute of a name: `label` is the usual short form (CN, O, …) or, for rare ones, the dotted identifier. */
export type NameAttribute = { readonly label: string; readonly value: string }

/** A distinguished name: its parts in order, each of one or (rarely) several attributes. */
export type DistinguishedName = readonly (readonly NameAttribute[])[]

const LABELS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'GN',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
}

/** The string types of X.520 DirectoryString and their older relatives, by tag, as text decoders name them. */
const ENCODINGS: Readonly<Record<number, string>> = {
  12: 'utf-8',
  18: 'ascii',
  19: 'ascii',
  20: 'latin1',
  22: 'ascii',
  26: 'ascii',
  30: 'utf-16be',
}

function readText(element: DerElement): string {
  const encoding = ENCODINGS[element.tag]
  if (encoding !== undefined) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(element.value)
    } catch {
      // Bytes that are no text in their own encoding are shown as what they are.
    }
  }
  return `#${Buffer.from(element.raw).toString('hex')}`
}

/** Reads a Name (RFC 5280 §4.1.2.4); throws MalformedDer. */
export function readName(element: DerElement | undefined): DistinguishedName {
  return children(element).map((part) =>
    children(part, TAG.set).map((attribute) => {
      const [type, value, ...rest] = children(attribute)
      const oid = readOid(type)
      if (value === undefined || rest.length > 0) throw new MalformedDer('has a name without exactly one value')
      return { label: LABELS[oid] ?? oid, value: readText(value) }
    }),
  )
}

/** Every value of the attribute `label`, in order. */
export function valuesOf(name: DistinguishedName, label: string): string[] {
  return name.flatMap((part) => part.filter((attribute) => attribute.label === label).map(({ value }) => value))
}

/** Control and invisible characters as `\XX`, so that a name can not pass for another one on the screen. */
function escapeInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Buffer.from(character, 'utf8')].map((byte) => `\\${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
  )
}

/** The name as text in the order it is written in, after RFC 4514 §2.4: `O=Harbour Parking, CN=SN-0042`. */
export function formatName(name: DistinguishedName): string {
  const written = (value: string) =>
    escapeInvisible(value.replace(/[,+"\\<>;]/g, '\\$&').replace(/^[ #]|(?<=.) $/g, '\\$&'))
  return name.map((part) => part.map(({ label, value }) => `${label}=${written(value)}`).join('+')).join(', ')
}
