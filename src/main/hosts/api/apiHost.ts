import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { automation as words } from '@shared/words/en/automation'
import type { Logger } from 'pino'
import type { ApiPlace, Automation, OpenApi } from '../../automation/automation'
import type { SiteCertificates } from '../../ca/server/siteCertificates'
import { listenOn, openSockets, plainAddress } from '../../csms/listener/port'
import { tlsContext } from '../../csms/listener/tlsContext'
import type { SiteRouter } from '../../siteRouter'
import { PAGE_HEADERS } from '../pageHeaders'
import { accessOf } from '../web/access'
import type { ScriptApi } from '../web/scriptApi'

export interface ApiHostOptions {
  readonly place: ApiPlace
  readonly router: SiteRouter
  readonly automation: Pick<Automation, 'tokens' | 'audit' | 'guesses' | 'limits'>
  /** For a port that others than this computer reach: tokens do not go over a network in the clear. */
  readonly certificates: (bind: string) => SiteCertificates
  readonly version: string
  readonly log: Pick<Logger, 'error'>
}

/** The option that sets the port; a fault about it names that. */
const API_PORT_OPTION = '--api-port'

const LOOPBACK = /^(127\.|::1$)/

/** In whose name a script's doings are audited. */
const actorOf = (name: string) => `script ${name}`

const HEADERS = { ...PAGE_HEADERS, 'cache-control': 'no-store' }

/**
 * Opens the port for scripts: the whole contract over HTTP, for who shows a token. On this computer's own address without
 * TLS, on every other one with the certificate of the site.
 * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE, NOT_SET_UP
 */
export async function openApiHost(options: ApiHostOptions): Promise<OpenApi> {
  const { place, router, version, log } = options
  const { tokens, audit, guesses, limits } = options.automation
  const isSecure = !LOOPBACK.test(place.bind)

  // Loaded with the first call: its schema converters would make every start slower.
  let loading: Promise<ScriptApi> | undefined
  const scriptApi = () => {
    loading ??= import('../web/scriptApi').then(({ createScriptApi }) =>
      createScriptApi({
        router,
        version,
        limits,
        log,
        security: 'token',
        onAnswered: ({ context, path, method, outcome }) =>
          audit.note({
            actor: context.actor,
            call: path.join('.'),
            outcome,
            looks: method === 'GET' && outcome === 'done',
          }),
      }),
    )
    return loading
  }

  const send = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
  const refuse = (response: ServerResponse, status: number, code: string, message: string, headers = {}) =>
    send(response, status, { defined: false, code, status, message }, { connection: 'close', ...headers })

  /** Answers under way, with what their callers showed. */
  const goingOn = new Map<ServerResponse, string | undefined>()

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    // Pages of the web must not come here by way of a browser on this computer, not even to use up the guesses.
    if (!isSecure && accessOf(request.headers, 'data').kind === 'refused') {
      return refuse(response, 403, 'FORBIDDEN', words.foreign)
    }
    const path = request.url?.split('?', 1)[0]
    // What calls there are is no secret: it is in the source of every copy of the program.
    if (path === '/api/openapi.json') return send(response, 200, await (await scriptApi()).document())
    const { authorization } = request.headers
    const redeemed = tokens.redeem(authorization)
    if (redeemed.kind !== 'token') {
      const address = plainAddress(request.socket.remoteAddress)
      // All scripts of this computer have one address: who has a token must not wait for one whose token has ended.
      const waitMs = guesses.blockedFor(address)
      if (waitMs > 0) {
        const retryAfter = String(Math.ceil(waitMs / 1_000))
        return refuse(response, 429, 'TOO_MANY_REQUESTS', words.guessing, { 'retry-after': retryAfter })
      }
      if (redeemed.kind === 'wrong') guesses.wrong(address)
      return refuse(response, 401, 'UNAUTHORIZED', words.noToken, { 'www-authenticate': 'Bearer' })
    }
    goingOn.set(response, authorization)
    response.once('close', () => goingOn.delete(response))
    const { name, scope } = redeemed.token
    const context = { actor: actorOf(name), scope }
    if (await (await scriptApi()).handle(request, response, context)) return
    refuse(response, 404, 'NOT_FOUND', words.notFound)
  }

  const settings = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(limits.headersMs, 10_000),
  }
  const certificates = isSecure ? options.certificates(place.bind) : null
  const credentials = await certificates?.make()
  const choice = { oldChargers: false, shownKey: 'ec' } as const
  const secure = credentials && createTlsServer({ ...settings, ...tlsContext(credentials, choice) })
  const server = secure ?? createServer(settings)
  server.maxConnections = limits.connections
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error) => {
      log.error({ error }, 'call of a script failed')
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'INTERNAL', '')
    })
  })
  const sockets = openSockets(server)
  const { port } = await listenOn(server, { ...place, portOption: API_PORT_OPTION })
  // A feed lasts longer than its token may: whoever lost the right to look is not told any more.
  const watch = setInterval(() => {
    for (const [response, authorization] of goingOn) {
      if (tokens.redeem(authorization).kind !== 'token') response.destroy()
    }
  }, limits.tokenMs)
  watch.unref()
  if (secure && credentials) {
    certificates?.keepFresh(credentials, (fresh) => secure.setSecureContext(tlsContext(fresh, choice)))
  }
  const host = place.bind.includes(':') ? `[${place.bind}]` : place.bind
  return {
    url: `${isSecure ? 'https' : 'http'}://${host}:${port}/api`,
    async close() {
      clearInterval(watch)
      certificates?.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Feeds never end by themselves.
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
