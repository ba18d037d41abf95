import { isIP, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import type { NameProblem } from '@shared/contract/ports'
import { DNS_NAME, type ServerNames } from '../ca/server/serverNames'

/** A name or an address as it goes into a certificate, or why it can not. */
export type ExtraName =
  | { readonly kind: 'dns' | 'address'; readonly text: string }
  | { readonly kind: 'bad'; readonly problem: NameProblem }

/** A DNS name has at most so many characters (RFC 1035 §2.3.4). */
const NAME_MAX = 253
const ANY_ADDRESS = new Set(['0.0.0.0', '::'])

const bad = (problem: NameProblem): ExtraName => ({ kind: 'bad', problem })

/**
 * Reads what a person typed: a host name or an address, without anything around it. Letters of other alphabets are
 * spelt as the DNS spells them, addresses in their shortest form. Wildcards are refused: chargers need not take them
 * (AllowCSMSTLSWildcards of OCPP 2.x).
 */
export function readExtraName(typed: string): ExtraName {
  const text = typed.trim().toLowerCase()
  if (text === '') return bad('empty')
  if (text.includes('://')) return bad('with-scheme')
  if (/[/?#\\]/.test(text)) return bad('with-path')
  if (text.includes('%')) return bad('with-zone')
  const bare = text.replace(/^\[(.*)\]$/, '$1')
  if (isIP(bare) !== 0) return address(bare)
  if (/^(\[.*\]|[^:]*):\d*$/.test(text)) return bad('with-port')
  if (text.includes(':') || isNumbers(text)) return bad('bad-address')
  if (text.includes('*')) return bad('wildcard')
  const name = domainToASCII(text.replace(/\.$/, ''))
  // 0x7f000001 is an address to whoever resolves names.
  if (isIP(name) !== 0) return bad('bad-address')
  if (name.length > NAME_MAX) return bad('too-long')
  return DNS_NAME.test(name) ? { kind: 'dns', text: name } : bad('bad-name')
}

/** Four numbers that are no address, or less: no name ends in a number (RFC 3696 §2). */
function isNumbers(text: string): boolean {
  return /(^|\.)\d+\.?$/.test(text)
}

function address(bare: string): ExtraName {
  const text = isIPv6(bare) ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare
  return ANY_ADDRESS.has(text) ? bad('any-address') : { kind: 'address', text }
}

/**
 * All names and addresses for the certificate. The manager's come first: the first name becomes its CN, and only they
 * know the one that is written on the chargers (A00.FR.510).
 */
export function withExtraNames(found: ServerNames, extra: readonly string[]): ServerNames {
  const read = extra.map(readExtraName)
  const of = (kind: ExtraName['kind']) =>
    read.flatMap((entry) => (entry.kind === kind && 'text' in entry ? [entry.text] : []))
  return {
    dns: [...new Set([...of('dns'), ...found.dns])],
    addresses: [...new Set([...of('address'), ...found.addresses])],
  }
}
