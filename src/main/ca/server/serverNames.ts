import { isIP } from 'node:net'
import { type Interfaces, reachableAddresses } from '../../reachable'
import { COMMON_NAME_MAX_LENGTH } from '../subject'

/** Under what chargers reach this computer, as it stands in a server certificate. */
export interface ServerNames {
  /** Names, without a dot at the end. */
  readonly dns: readonly string[]
  /** IPv4 and IPv6 addresses. */
  readonly addresses: readonly string[]
}

/** A name as the DNS takes it (RFC 1123 §2.1), in any case, without a dot at the end. */
export const DNS_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i

/**
 * The names and addresses for the server certificate of a listener: this computer's own name, also as mDNS spells it,
 * every address that others reach, and the loopback ones, for a charger that is tried out on this computer. A host name
 * that can not be a DNS name is left out.
 */
export function serverNames(bound: string, interfaces: Interfaces, hostName: string): ServerNames {
  const host = hostName.replace(/\.$/, '').toLowerCase()
  const isName = DNS_NAME.test(host) && isIP(host) === 0 && host !== 'localhost'
  const dns = isName ? [host, ...(host.includes('.') ? [] : [`${host}.local`])] : []
  const addresses = reachableAddresses(bound, interfaces)
  const loopback = bound === '::' ? ['127.0.0.1', '::1'] : bound === '0.0.0.0' ? ['127.0.0.1'] : []
  return { dns: [...dns, 'localhost'], addresses: [...new Set([...addresses, ...loopback])] }
}

/** The CN of a server certificate: its first name (A00.FR.510); where that is too long or missing, its first address. */
export function commonNameOf({ dns, addresses }: ServerNames): string {
  const name = dns.find((entry) => entry !== 'localhost' && entry.length <= COMMON_NAME_MAX_LENGTH)
  return name ?? addresses[0] ?? 'localhost'
}

/** Whether a certificate for the one is as good for the other. */
export function sameNames(a: ServerNames, b: ServerNames): boolean {
  const text = ({ dns, addresses }: ServerNames) => JSON.stringify([[...dns].sort(), [...addresses].sort()])
  return text(a) === text(b)
}
