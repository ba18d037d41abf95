import { readDer } from './der'
import { formatName, readName } from './distinguishedName'
import { LEAF_PROFILES, type LeafKind } from './leafProfiles'
import { Name } from './x509'

/** Longest CN in characters (RFC 5280 ub-common-name). */
export const COMMON_NAME_MAX_LENGTH = 64

/** Whether a station's serial number can be a CN: 1 to 64 characters, none of them invisible. */
export function canBeCommonName(serialNumber: string): boolean {
  const length = [...serialNumber].length
  return serialNumber.trim() !== '' && length <= COMMON_NAME_MAX_LENGTH && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(serialNumber)
}

/**
 * A name of O and CN, in this order, both UTF8String (RFC 5280 §4.1.2.4), behind a domain component where one is given
 * (IA5String, RFC 4519 §2.4). Nothing in the values is interpreted.
 */
export function subjectOf(names: { organisation: string; commonName: string; domainComponent?: string }): Name {
  const { organisation, commonName, domainComponent } = names
  return new Name([
    ...(domainComponent === undefined ? [] : [{ DC: [{ ia5String: domainComponent }] }]),
    { O: [{ utf8String: organisation }] },
    { CN: [{ utf8String: commonName }] },
  ])
}

/** A name in the one spelling of this program, so that names can be compared as texts. */
export function nameText(name: Name): string {
  return formatName(readName(readDer(name.toArrayBuffer())))
}

/** The name in a certificate of a profile: domain component where the profile has one, then O and CN. */
export function leafName(kind: LeafKind, names: { readonly organisation: string; readonly commonName: string }): Name {
  const { domainComponent } = LEAF_PROFILES[kind]
  return domainComponent === null ? subjectOf(names) : subjectOf({ ...names, domainComponent })
}

/** The same as text, as nameText writes it. */
export function leafSubject(
  kind: LeafKind,
  { organisation, commonName }: { readonly organisation: string; readonly commonName: string },
): string {
  const { domainComponent } = LEAF_PROFILES[kind]
  const part = (label: string, value: string) => [{ label, value }]
  return formatName([
    ...(domainComponent === null ? [] : [part('DC', domainComponent)]),
    part('O', organisation),
    part('CN', commonName),
  ])
}
