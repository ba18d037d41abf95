import { request } from 'node:https'

/** How long a try may take, in milliseconds. */
const PROBE_MS = 5_000

/**
 * Tries a TLS handshake as a charger would do it: trusting only this site's root, and minding the name. One word is said
 * after it: whoever leaves without is taken for a caller that does not trust the certificate.
 * @returns null when all is well, else what is wrong, in the words of the TLS library
 */
export function probeTls(url: string, rootPem: string): Promise<string | null> {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const asked = request({
      host,
      port: Number(port || 443),
      method: 'HEAD',
      ca: rootPem,
      minVersion: 'TLSv1.2',
      agent: false,
      timeout: PROBE_MS,
    })
    asked.once('timeout', () => asked.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })))
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    asked.once('response', (response) => {
      response.resume()
      resolve(null)
    })
    asked.end()
  })
}
