import { readDer } from './der'
import { formatName, readName } from './distinguishedName'
import { Name } from './x509'

/** Longest CN in characters (RFC 5280 ub-common-name). */
export const COMMON_NAME_MAX_LENGTH = 64

/** Whether a station's serial number can be a CN: 1 to 64 characters, none of them invisible. */
export function canBeCommonName(serialNumber: string): boolean {
  const length = [...serialNumber].length
  return serialNumber.trim() !== '' && length <= COMMON_NAME_MAX_LENGTH && !/[\p{Cc}\p{Cf}]/u.test(serialNumber)
}

/** A name of O and CN, in this order, both UTF8String (RFC 5280 §4.1.2.4). Nothing in the values is interpreted. */
export function subjectOf({ organisation, commonName }: { organisation: string; commonName: string }): Name {
  return new Name([{ O: [{ utf8String: organisation }] }, { CN: [{ utf8String: commonName }] }])
}

/** A name in the one spelling of this program, so that names can be compared as texts. */
export function nameText(name: Name): string {
  return formatName(readName(readDer(name.toArrayBuffer())))
}

/** The subject that a certificate for this station carries, as text. */
export function stationSubject(station: { serialNumber: string; organisation: string }): string {
  return nameText(subjectOf({ organisation: station.organisation, commonName: station.serialNumber }))
}
