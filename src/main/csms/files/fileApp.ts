import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { fillSentence } from '@shared/errors'
import { stationAnswers } from '@shared/words/en/stationAnswers'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { FileLimits } from '../../files/limits'
import type { Transfer, Transfers, UploadOutcome } from '../../files/transfers'
import { sendFile } from './download'
import { readLink } from './link'
import { bodyOf } from './uploadBody'

const words = stationAnswers.files

/** When those are to come back that come too much, in seconds. */
const RETRY_AFTER_S = '60'

export interface FileAppOptions {
  readonly transfers: Transfers
  readonly limits: Pick<FileLimits, 'transfersAtOnce' | 'transferIdleMs'>
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

type FileContext = Context<{ Bindings: HttpBindings }>

/**
 * Firmware and logs over plain HTTP, at /files/<secret of a link>. Everything else about a request is taken as it comes:
 * a station may put with PUT or POST, raw or as a form, and add a file name of its own to the path.
 */
export function createFileApp({ transfers, limits, log }: FileAppOptions) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  let underWay = 0

  const answerTo = async (c: FileContext, transfer: Transfer, name: string | null): Promise<Response> => {
    const { method } = c.req
    const { incoming } = c.env
    // Whoever stops reading or writing for long is ended; Node takes the limit away with the next request.
    incoming.socket.setTimeout(limits.transferIdleMs)
    if (transfer.direction === 'download') {
      if (method !== 'GET' && method !== 'HEAD') return plain(c, 405, words.onlyFetch, { allow: 'GET, HEAD' })
      return sendFile(c, transfer, transfers, log)
    }
    if (method !== 'PUT' && method !== 'POST') return plain(c, 405, words.onlyPut, { allow: 'PUT, POST' })
    const body = await bodyOf(incoming)
    if (body === null) return plain(c, 400, words.noFile)
    const upload = { source: body.source, name: body.name ?? name, announced: body.announced }
    const outcome = await transfers.accept(transfer.ticket, upload).finally(body.end)
    const { station_id: station, kind } = transfer.ticket
    const facts = { station, kind, outcome: outcome.kind }
    if (outcome.kind === 'stored') log.info(facts, 'log received')
    else log.warn(facts, 'log refused')
    return uploadAnswer(c, outcome)
  }

  app.all('*', async (c) => {
    const { url } = c.env.incoming
    const link = readLink(url ?? '')
    const transfer = link && transfers.open(link.secret)
    if (!transfer) return plain(c, 404, words.notFound)
    if (underWay >= limits.transfersAtOnce) {
      return plain(c, 503, words.tooMany, { 'retry-after': RETRY_AFTER_S })
    }
    underWay += 1
    c.env.outgoing.once('close', () => {
      underWay -= 1
    })
    return answerTo(c, transfer, link.name)
  })

  app.onError((error, c) => {
    log.error({ error, method: c.req.method }, 'transfer failed')
    return plain(c, 500, words.failed)
  })

  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request: IncomingMessage, response: ServerResponse): void => void answer(request, response)
}

function uploadAnswer(c: FileContext, outcome: UploadOutcome): Response {
  switch (outcome.kind) {
    case 'stored':
      // 200 and nothing finer: some stations take every other number for a failure.
      return plain(c, 200, fillSentence(words.stored, { size: outcome.size, sha256: outcome.sha256 }))
    case 'already-used':
      return plain(c, 409, words.alreadyUsed)
    case 'empty':
      return plain(c, 400, words.empty)
    case 'too-large':
      return plain(c, 413, fillSentence(words.tooLarge, { bytes: outcome.maxBytes }))
    case 'no-room':
      return plain(c, 507, words.noRoom)
    case 'broken-off':
      return plain(c, 400, words.brokenOff)
  }
}

function plain(
  c: Context,
  status: 200 | 400 | 404 | 405 | 409 | 413 | 500 | 503 | 507,
  sentence: string,
  headers: Record<string, string> = {},
): Response {
  return c.text(`${sentence}\n`, status, { 'cache-control': 'no-store', ...headers })
}
