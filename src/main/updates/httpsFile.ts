import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { phrase } from '../phrase'
import { FeedProblem } from './feedProblem'
import type { UpdateLimits } from './limits'

export interface HttpsOptions {
  readonly limits: UpdateLimits
  /** Certificates that are trusted for https instead of the usual ones. */
  readonly ca?: string
}

export interface HttpsFileOptions extends HttpsOptions {
  /** What the file is called to people. */
  readonly name: string
  readonly signal: AbortSignal
}

/**
 * The bytes of a file on the web. Follows where the address leads, by https only, and gives up on a server that falls
 * silent. Tells the server nothing about who asks but the address. @throws FeedProblem, and what TLS or the network says
 */
export async function* httpsFile(url: URL, options: HttpsFileOptions): AsyncGenerator<Buffer, void, void> {
  const { limits, name, signal } = options
  let at = url
  for (let hops = 0; hops <= limits.redirects; hops++) {
    const response = await ask(at, options)
    const { statusCode = 0, headers } = response
    const leadsTo = headers.location
    if (statusCode >= 300 && statusCode < 400 && leadsTo !== undefined) {
      response.destroy()
      const next = URL.canParse(leadsTo, at) ? new URL(leadsTo, at) : null
      if (next?.protocol !== 'https:') throw new Error(`it leads to ${leadsTo}`)
      at = next
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      if (statusCode === 404 || statusCode === 410) {
        throw new FeedProblem(phrase('updates.feed.nothingThere', { name }))
      }
      throw new Error(`HTTP ${statusCode}`)
    }
    signal.throwIfAborted()
    // Destroyed when the reader breaks off, which ends the connection, too.
    yield* response as AsyncIterable<Buffer>
    return
  }
  throw new Error(`more than ${limits.redirects} redirects`)
}

async function ask(url: URL, { limits, ca, signal }: HttpsFileOptions): Promise<IncomingMessage> {
  const asked = request(url, { agent: false, signal, ...(ca === undefined ? {} : { ca }) })
  asked.setTimeout(limits.silenceMs, () => asked.destroy(new Error('it does not answer')))
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  // What breaks after the answer has begun is told by the answer.
  asked.on('error', () => {})
  return response
}
