import type { HttpBindings } from '@hono/node-server'
import type { OcspLimits } from '../../ca/ocsp/request'

/**
 * The body of a request, of at most `requestBytes`; null when it is longer. Whoever takes longer than `requestMs` to
 * send it is ended.
 */
export async function readBody(
  { incoming, outgoing }: HttpBindings,
  { requestBytes, requestMs }: Pick<OcspLimits, 'requestBytes' | 'requestMs'>,
): Promise<Uint8Array | null> {
  // What is not read has to go with its connection.
  const refuse = () => {
    outgoing.setHeader('connection', 'close')
    return null
  }
  if (Number(incoming.headers['content-length'] ?? 0) > requestBytes) return refuse()
  const timer = setTimeout(() => incoming.destroy(), requestMs)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).byteLength
      if (size > requestBytes) return refuse()
      chunks.push(chunk as Buffer)
    }
  } finally {
    clearTimeout(timer)
  }
  return Buffer.concat(chunks)
}

/** The request in the last part of a path; null when it is too long. What is no base64 gives bytes that are no request. */
export function requestInPath(
  url: string | undefined,
  { requestBytes }: Pick<OcspLimits, 'requestBytes'>,
): Uint8Array | null {
  const [, text = ''] = /^\/pki\/ocsp\/([^?#]*)/.exec(url ?? '') ?? []
  const bytes = Buffer.from(decoded(text), 'base64')
  return bytes.byteLength > requestBytes ? null : bytes
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
