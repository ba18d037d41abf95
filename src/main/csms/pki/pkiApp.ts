import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { stationAnswers } from '@shared/words/en/stationAnswers'
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Logger } from 'pino'
import { OCSP_LIMITS, type OcspLimits } from '../../ca/ocsp/request'
import { pemBytes } from '../../ca/pemBytes'
import type { PublishedPki } from '../../ca/publishedPki'
import { readBody, requestInPath } from './ocspBody'

const words = stationAnswers.pki

/** When to come back for a list that is being made, in seconds. */
const RETRY_AFTER_S = '10'

export interface PkiAppOptions {
  readonly pki: PublishedPki
  readonly limits?: Partial<OcspLimits>
  readonly log: Pick<Logger, 'error'>
}

type PkiContext = Context<{ Bindings: HttpBindings }>

/** Paths that are served by the endpoint of the authority. */
export function isPkiPath(url: string | undefined): boolean {
  return /^\/pki\//.test(url ?? '')
}

/**
 * The authority's certificates and lists of revoked certificates, at /pki/…, over plain HTTP (RFC 5280 §4.2.1.13): they
 * are signed, hold no secret, and whoever checks a connection can not be asked to check another one first.
 */
export function createPkiApp({ pki, log, ...options }: PkiAppOptions) {
  const limits = { ...OCSP_LIMITS, ...options.limits }
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(etag())

  app.get('/pki/:file{[a-z0-9-]+\\.(crl|crt|pem)}', (c) => {
    const [name = '', kind = ''] = c.req.param('file').split('.')
    const authority = pki.authorityNamed(name)
    if (!authority) return plain(c, 404, words.notFound)
    const { certificatePem, list } = authority
    if (kind === 'crt') return whole(c, pemBytes(certificatePem), 'application/pkix-cert')
    if (kind === 'pem') return whole(c, Buffer.from(certificatePem), 'application/x-pem-file')
    return list ? whole(c, list, 'application/pkix-crl') : plain(c, 503, words.notYet, { 'retry-after': RETRY_AFTER_S })
  })

  const ocsp = async (c: PkiContext, request: Uint8Array | null) =>
    request === null
      ? plain(c, 413, words.tooLong)
      : whole(c, await pki.answerOcsp(request), 'application/ocsp-response')
  app.post('/pki/ocsp', async (c) => ocsp(c, await readBody(c.env, limits)))
  // RFC 6960 A.1: the request in base64, with what has a meaning in URLs written in percent. Not all do that.
  app.get('/pki/ocsp/*', (c) => ocsp(c, requestInPath(c.env.incoming.url, limits)))

  app.notFound((c) => plain(c, 404, words.notFound))
  app.onError((error, c) => {
    log.error({ error, path: c.req.path }, 'could not be published')
    return plain(c, 500, words.failed)
  })

  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request: IncomingMessage, response: ServerResponse): void => void answer(request, response)
}

function whole(c: PkiContext, bytes: Uint8Array, type: string): Response {
  // May be kept, but not used without asking: a list that somebody keeps for a day would revoke a day late.
  return c.body(Uint8Array.from(bytes), 200, { 'content-type': type, 'cache-control': 'no-cache' })
}

function plain(
  c: Context,
  status: 404 | 413 | 500 | 503,
  sentence: string,
  headers: Record<string, string> = {},
): Response {
  return c.text(`${sentence}\n`, status, { 'cache-control': 'no-store', ...headers })
}
