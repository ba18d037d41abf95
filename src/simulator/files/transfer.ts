import { createHash } from 'node:crypto'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** Most that is downloaded, bytes. */
const MAX_DOWNLOAD = 64 * 1024 * 1024
/** Most of an answer to an upload that is read, bytes. */
const MAX_ANSWER = 64 * 1024
/** How long the other side may be silent, milliseconds. */
const SILENCE_MS = 20_000
/** Redirects followed. */
const MAX_REDIRECTS = 3

export type Download =
  | { readonly ok: true; readonly body: Buffer; readonly sha256: string }
  | { readonly ok: false; readonly why: string }

export type Upload =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'refused' | 'denied' | 'not-supported' | 'failed' }

export interface TransferOptions {
  /** PEM of certificates to trust on https, null for the system's. */
  readonly roots: readonly string[] | null
  readonly signal: AbortSignal
}

/** Fetches a file by HTTP. Other schemes are not spoken here. Never rejects. */
export async function download(location: string, options: TransferOptions, redirects = 0): Promise<Download> {
  const url = httpUrl(location)
  if (!url) return { ok: false, why: 'only http and https are supported' }
  try {
    const { status, headers, body } = await exchange(url, 'GET', null, MAX_DOWNLOAD, options)
    const { location: next } = headers
    if (status >= 300 && status < 400 && next && redirects < MAX_REDIRECTS) {
      return download(new URL(next, url).href, options, redirects + 1)
    }
    if (status !== 200) return { ok: false, why: `HTTP ${status}` }
    return { ok: true, body, sha256: createHash('sha256').update(body).digest('hex') }
  } catch (cause) {
    return { ok: false, why: cause instanceof Error ? cause.message : String(cause) }
  }
}

/** Puts a file to an address; when PUT is not allowed there, POSTs it. Never rejects. */
export async function upload(location: string, name: string, body: Buffer, options: TransferOptions): Promise<Upload> {
  const url = httpUrl(location)
  if (!url) return { ok: false, why: 'not-supported' }
  // A folder: the file's name is ours to give.
  if (url.pathname.endsWith('/')) url.pathname += encodeURIComponent(name)
  try {
    let { status } = await exchange(url, 'PUT', { name, body }, MAX_ANSWER, options)
    if (status === 404 || status === 405 || status === 501) {
      status = (await exchange(url, 'POST', { name, body }, MAX_ANSWER, options)).status
    }
    if (status >= 200 && status < 300) return { ok: true }
    if (status === 401 || status === 403) return { ok: false, why: 'denied' }
    return { ok: false, why: status === 400 ? 'refused' : 'failed' }
  } catch {
    return { ok: false, why: 'failed' }
  }
}

interface Reply {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

function exchange(
  url: URL,
  method: 'GET' | 'PUT' | 'POST',
  file: { readonly name: string; readonly body: Buffer } | null,
  most: number,
  { roots, signal }: TransferOptions,
): Promise<Reply> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = file
    ? {
        'content-type': 'application/octet-stream',
        'content-length': file.body.length,
        // N01.FR.19
        'content-disposition': `form-data; name="uploadfile"; filename="${file.name}"`,
      }
    : {}
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers, signal, ...(roots ? { ca: [...roots] } : {}) }, (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > most) response.destroy(new Error('the file is too large'))
        else parts.push(part)
      })
      response.on('end', () => {
        // A body that is shorter than announced is no file.
        if (!response.complete) reject(new Error('the transfer broke off'))
        else resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
      })
      response.on('error', reject)
    })
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error('the server is silent')))
    request.on('error', reject)
    request.end(file?.body)
  })
}

function httpUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null
}
