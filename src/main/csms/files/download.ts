import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Transfer, Transfers } from '../../files/transfers'

type Download = Extract<Transfer, { direction: 'download' }>

/** Sends a file or the part that is asked for; stations that lost their connection go on where they were. */
export async function sendFile(
  c: Context<{ Bindings: HttpBindings }>,
  { offer, ticket }: Download,
  transfers: Transfers,
  log: Pick<Logger, 'error'>,
): Promise<Response> {
  const { incoming, outgoing } = c.env
  c.header('accept-ranges', 'bytes')
  c.header('cache-control', 'no-store')
  c.header('etag', `"${offer.sha256}"`)
  // A file name of ours could carry quotes or line ends; the last part of the URL tells it already.
  c.header('content-disposition', 'attachment')
  const response = await serveStatic({ path: offer.path })(c, async () => {})
  if (!(response instanceof Response)) {
    log.error({ file: offer.fileId }, 'a firmware is missing in the data folder')
    throw new Error('the file is missing')
  }
  if (c.req.method === 'HEAD') return response
  const { socket } = incoming
  const before = socket.bytesWritten
  const length = Number(response.headers.get('content-length'))
  const reachesEnd = response.status === 200 || response.headers.get('content-range')?.endsWith(lastOf(offer.size))
  outgoing.once('close', () => {
    const bytes = socket.bytesWritten - before
    // Many clients hang up with the last byte, before the answer has been ended here.
    const isWhole = outgoing.writableFinished || bytes > length
    if (bytes > 0) transfers.sent(ticket, bytes, isWhole && reachesEnd === true)
  })
  return response
}

/** How the content-range of a part ends that reaches the end of the file. */
function lastOf(size: number): string {
  return `-${size - 1}/${size}`
}
