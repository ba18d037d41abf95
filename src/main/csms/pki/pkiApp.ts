import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { stationAnswers } from '@shared/words/en/stationAnswers'
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Logger } from 'pino'

const words = stationAnswers.pki

/** When to come back for a list that is being made, in seconds. */
const RETRY_AFTER_S = '10'

type Role = 'root' | 'issuing'

/** What everybody may know of the site's authority. */
export interface PublishedPki {
  certificatePem(role: Role): string
  /** The newest list of what the authority has revoked, in DER; undefined while there is none yet. */
  revocationList(role: Role): Uint8Array | undefined
}

export interface PkiAppOptions {
  readonly pki: PublishedPki
  readonly log: Pick<Logger, 'error'>
}

type PkiContext = Context<{ Bindings: HttpBindings }>

/** Paths that are served by the endpoint of the authority. */
export function isPkiPath(url: string | undefined): boolean {
  return /^\/+pki\//.test(url ?? '')
}

/**
 * The authority's certificates and lists of revoked certificates, at /pki/…, over plain HTTP (RFC 5280 §4.2.1.13): they
 * are signed, hold no secret, and whoever checks a connection can not be asked to check another one first.
 */
export function createPkiApp({ pki, log }: PkiAppOptions) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(etag())

  for (const role of ['root', 'issuing'] as const) {
    app.get(`/pki/${role}.crl`, (c) => {
      const list = pki.revocationList(role)
      return list
        ? whole(c, list, 'application/pkix-crl')
        : plain(c, 503, words.notYet, { 'retry-after': RETRY_AFTER_S })
    })
    app.get(`/pki/${role}.crt`, (c) => whole(c, derOf(pki.certificatePem(role)), 'application/pkix-cert'))
    app.get(`/pki/${role}.pem`, (c) => whole(c, Buffer.from(pki.certificatePem(role)), 'application/x-pem-file'))
  }

  app.notFound((c) => plain(c, 404, words.notFound))
  app.onError((error, c) => {
    log.error({ error, path: c.req.path }, 'could not be published')
    return plain(c, 500, words.failed)
  })

  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request: IncomingMessage, response: ServerResponse): void => void answer(request, response)
}

/** The bytes of a PEM block. */
function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64')
}

function whole(c: PkiContext, bytes: Uint8Array, type: string): Response {
  // May be kept, but not used without asking: a list that somebody keeps for a day would revoke a day late.
  return c.body(Uint8Array.from(bytes), 200, { 'content-type': type, 'cache-control': 'no-cache' })
}

function plain(c: Context, status: 404 | 500 | 503, sentence: string, headers: Record<string, string> = {}): Response {
  return c.text(`${sentence}\n`, status, { 'cache-control': 'no-store', ...headers })
}
