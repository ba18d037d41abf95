import { connect } from 'node:tls'

/** How long a try may take, in milliseconds. */
const PROBE_MS = 5_000

/**
 * Tries a TLS handshake as a charger would do it: trusting only this site's root, and minding the name.
 * @returns null when all is well, else what is wrong, in the words of the TLS library
 */
export function probeTls(url: string, rootPem: string): Promise<string | null> {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || 443), ca: rootPem, minVersion: 'TLSv1.2' })
    const end = (problem: string | null) => {
      socket.destroy()
      resolve(problem)
    }
    socket.setTimeout(PROBE_MS, () => end('ETIMEDOUT'))
    socket.once('secureConnect', () => end(null))
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
  })
}
