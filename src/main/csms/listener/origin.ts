/** What is known of the way by which a caller reached this computer. */
export interface Reached {
  readonly scheme: 'http' | 'https'
  /** `Host` of the upgrade request, as the caller wrote it. */
  readonly host: string | undefined
  /** This computer's own end of the connection. */
  readonly localAddress: string | undefined
  readonly localPort: number | undefined
}

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/i
const IPV6 = /^\[[0-9a-f:.]+\]$/i

/**
 * The origin (`http://address:port`, `https://…`) for links that a station is given: what it wrote into `Host` itself, because it
 * may reach this computer through a router by a name and port that only it knows. A `Host` without a port is not
 * believed: many WebSocket clients of chargers forget it, whatever port they connect to; the connection's own end is
 * taken instead.
 */
export function originOf({ scheme, host, localAddress, localPort }: Reached): string {
  const written = host?.match(/^(.+):(\d{1,5})$/)
  const [, name = '', port = ''] = written ?? []
  if ((NAME.test(name) || IPV6.test(name)) && Number(port) > 0 && Number(port) <= 65_535) {
    return `${scheme}://${name.toLowerCase()}:${Number(port)}`
  }
  // An IPv4 address on a dual-stack socket comes with a prefix, a link-local IPv6 address with this computer's zone.
  const address = (localAddress ?? '127.0.0.1').replace(/^::ffff:/, '').replace(/%.*$/, '')
  return `${scheme}://${address.includes(':') ? `[${address}]` : address}:${localPort ?? (scheme === 'https' ? 443 : 80)}`
}
