import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { host as words } from '@shared/words/en/host'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { Monitoring } from '../../monitoring/monitoring'
import type { Seat } from '../../operators/seats'
import type { Assets } from '../assets'
import { cacheControl, PAGE_HEADERS } from '../pageHeaders'
import { serveMonitors } from './monitors'
import { linkNeededPage, linkSpentPage, openingPage, speechOfBrowser } from './pages'
import type { ScriptApi, ScriptApiOptions } from './scriptApi'

export interface ConsoleAppOptions {
  readonly assets: Assets
  /** Where a browser sits that opened a link, by its `Cookie` header; null when it opened none. */
  seatOf(cookieHeader: string | undefined): Seat | null
  /**
   * Spends the key of a link, for the browser of that `Cookie` header: the `Set-Cookie` header that signs it in, or null
   * for a key that is no good.
   */
  open(key: string, cookieHeader: string | undefined): string | null
  readonly api: Omit<ScriptApiOptions, 'security' | 'onAnswered'>
  readonly monitoring?: Monitoring
  readonly log: Pick<Logger, 'error'>
}

// Nothing is kept by the browser unless an answer says otherwise.
const HEADERS = Object.entries({ ...PAGE_HEADERS, 'cache-control': 'no-store' })

const speechOf = (c: Context) => speechOfBrowser(c.req.header('accept-language'))

/** The HTTP side of the console: the link, the page and its files, the script interface. */
export function createConsoleApp({ assets, seatOf, open, api, monitoring, log }: ConsoleAppOptions) {
  const app = new Hono<{ Bindings: HttpBindings; Variables: { seat: Seat } }>()

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of HEADERS) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })

  app.get('/open', (c) => {
    // Hono answers HEAD by the same route. Who only looks whether the link is there (a preview, `curl -I`) must not
    // spend it.
    if (c.req.method !== 'GET') return c.body(null, 405, { allow: 'GET' })
    const cookie = open(c.req.query('key') ?? '', c.req.header('cookie'))
    if (cookie === null) return c.html(linkSpentPage(speechOf(c)), 401)
    c.header('set-cookie', cookie)
    return c.html(openingPage(speechOf(c)))
  })

  if (monitoring) serveMonitors(app, monitoring)

  app.use(async (c, next) => {
    const seat = seatOf(c.req.header('cookie'))
    if (seat !== null) {
      c.set('seat', seat)
      return next()
    }
    if (c.req.header('accept')?.includes('text/html')) return c.html(linkNeededPage(speechOf(c)), 401)
    return c.json({ code: 'UNAUTHORIZED', message: words.page.linkNeededTitle }, 401)
  })

  // The handler and its schema converters are loaded with the first script: the console itself never needs them.
  let loading: Promise<ScriptApi> | undefined
  const scriptApi = () => {
    loading ??= import('./scriptApi').then(({ createScriptApi }) => createScriptApi({ ...api, security: 'session' }))
    return loading
  }
  app.get('/api/openapi.json', async (c) => c.json(await (await scriptApi()).document()))
  app.all('/api/*', async (c) => {
    const { incoming, outgoing } = c.env
    for (const [name, value] of HEADERS) outgoing.setHeader(name, value)
    if (await (await scriptApi()).handle(incoming, outgoing, { actor: 'script', seat: c.get('seat') }))
      return RESPONSE_ALREADY_SENT
    return c.json({ code: 'NOT_FOUND', message: words.page.noSuchCall }, 404)
  })

  app.get('*', async (c) => {
    const asset = assets.get(c.req.path)
    if (asset === undefined) {
      const { page } = speechOf(c).words.host
      return c.text(c.req.path === '/' ? page.notBuilt : page.notFound, 404)
    }
    return c.body(await asset.read(), 200, {
      'content-type': asset.type,
      'cache-control': cacheControl(asset.immutable),
    })
  })

  app.onError((error, c) => {
    log.error({ error, path: c.req.path }, 'request failed')
    return c.json({ code: 'INTERNAL' }, 500)
  })
  return app
}
