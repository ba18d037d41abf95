import type { IncomingHttpHeaders } from 'node:http'

/**
 * What a request is for: `open` may be followed from anywhere (a link in a mail), it proves itself by its key; `data`
 * is for the console itself and for scripts.
 */
export type Purpose = 'open' | 'data'

export type Access = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly why: RefusedAccess }

/** Why a request is refused before anything else about it is looked at. */
export type RefusedAccess = 'foreign-host' | 'foreign-origin'

/** Any port: the connection may come through a tunnel, and a name, not a port, is what DNS rebinding forges. */
const LOOPBACK_HOST = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/i

/**
 * Whether a request may be ours by where it comes from.
 *
 * - `Host` has to be a loopback name. A page of a foreign name that DNS suddenly points to 127.0.0.1 still sends its
 *   own name (DNS rebinding).
 * - `Origin`, where a browser sends it, has to be this very host: WebSockets are not bound by the same-origin rule.
 * - `Sec-Fetch-Site` catches what comes without `Origin`, such as an image of a page on another port of this
 *   computer. SameSite cookies don't: to them all ports of a host are one site.
 */
export function accessOf(headers: IncomingHttpHeaders, purpose: Purpose): Access {
  const host = headers.host
  if (host === undefined || !LOOPBACK_HOST.test(host)) return { kind: 'refused', why: 'foreign-host' }
  const origin = headers.origin
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return { kind: 'refused', why: 'foreign-origin' }
  }
  const site = headers['sec-fetch-site']
  if (purpose === 'data' && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { kind: 'refused', why: 'foreign-origin' }
  }
  return { kind: 'allowed' }
}
