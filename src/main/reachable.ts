import type { NetworkInterfaceInfo } from 'node:os'

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

const ANY = new Set(['0.0.0.0', '::'])

/**
 * The URLs to type into a charger: one for each address of this computer that others can reach, or just the address
 * that the port is bound to. Link-local IPv6 addresses need a zone that no charger can be given, so they are left out.
 */
export function reachableUrls(
  scheme: 'ws' | 'wss' | 'http',
  bound: string,
  port: number,
  interfaces: Interfaces,
): string[] {
  if (!ANY.has(bound)) return [toUrl(scheme, bound, port)]
  const all = Object.values(interfaces).flatMap((addresses) => addresses ?? [])
  const reachable = all.filter((entry) => {
    if (entry.internal) return false
    if (entry.family === 'IPv4') return true
    return bound === '::' && !entry.address.toLowerCase().startsWith('fe80:')
  })
  const addresses = reachable.length > 0 ? reachable.map((entry) => entry.address) : ['127.0.0.1']
  return [...new Set(addresses)].map((address) => toUrl(scheme, address, port))
}

function toUrl(scheme: string, address: string, port: number): string {
  return `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`
}
