import type { NetworkInterfaceInfo } from 'node:os'

/** What `os.networkInterfaces` gives. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

const ANY = new Set(['0.0.0.0', '::'])

/**
 * The addresses by which others reach what is bound to `bound`: that address, or each of this computer's when it is
 * bound to all. Link-local IPv6 addresses need a zone that no charger can be given, so they are left out.
 */
export function reachableAddresses(bound: string, interfaces: Interfaces): string[] {
  if (!ANY.has(bound)) return [bound]
  const all = Object.values(interfaces).flatMap((addresses) => addresses ?? [])
  const reachable = all.filter((entry) => {
    if (entry.internal) return false
    if (entry.family === 'IPv4') return true
    return bound === '::' && !entry.address.toLowerCase().startsWith('fe80:')
  })
  return reachable.length > 0 ? [...new Set(reachable.map((entry) => entry.address))] : ['127.0.0.1']
}

/** The URLs to type into a charger, one for each reachable address. */
export function reachableUrls(
  scheme: 'ws' | 'wss' | 'http' | 'https' | 'mqtts',
  bound: string,
  port: number,
  interfaces: Interfaces,
): string[] {
  return reachableAddresses(bound, interfaces).map((address) => toUrl(scheme, address, port))
}

function toUrl(scheme: string, address: string, port: number): string {
  return `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`
}
