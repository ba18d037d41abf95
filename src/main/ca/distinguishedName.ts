import { AttributeTypeAndValue, type AttributeValue } from '@peculiar/asn1-x509'
import { BaseStringBlock, Sequence, Set as SetBlock } from 'asn1js'
import { type Block, fieldsOf, MalformedDer, readDer, readSequence } from './der'

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

/** Text as the library decodes it; bytes that are no UTF-8 where they should be are taken for Latin-1, as they mostly are. */
function readText(value: AttributeValue): string {
  // BMPString may hold half a character, which no other text can; on the way through UTF-8 it becomes U+FFFD.
  if (value.anyValue === undefined) return Buffer.from(value.toString()).toString()
  // A kind of string that RFC 5280 does not have in names (NumericString, VisibleString), or no string at all.
  const block = readDer(value.anyValue)
  return block instanceof BaseStringBlock ? block.getValue() : `#${Buffer.from(value.anyValue).toString('hex')}`
}

function readAttribute(block: Block): NameAttribute {
  const { type, value } = readSequence(block, AttributeTypeAndValue, 2)
  return { label: LABELS[type] ?? type, value: readText(value) }
}

/** Reads a Name (RFC 5280 §4.1.2.4); throws MalformedDer. */
export function readName(block: Block | undefined): DistinguishedName {
  if (!(block instanceof Sequence)) throw new MalformedDer('has no name where one belongs')
  return fieldsOf(block).map((part) => {
    if (!(part instanceof SetBlock)) throw new MalformedDer('has a name of something else than its parts')
    return fieldsOf(part).map(readAttribute)
  })
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
