import { protocol, type Session } from 'electron'
import { type Assets, listAssets } from '../assets'
import { PAGE_HEADERS } from '../pageHeaders'

const SCHEME = 'chargehand'

/** Where the console lives in the window. A scheme of its own instead of file:// gives it an origin and headers. */
export const CONSOLE_URL = `${SCHEME}://console/`

/** True for addresses of the console itself, whatever page of it they show. */
export function isConsoleUrl(url: string): boolean {
  return url.startsWith(CONSOLE_URL)
}

/** Has to be called before Electron is ready: afterwards a scheme can't become a proper one. */
export function registerConsoleScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the built console on its scheme, and cuts the window off from every network. */
export function serveConsole(session: Session, rendererFolder: string): void {
  const assets = listAssets(rendererFolder)
  session.protocol.handle(SCHEME, (request) => answer(assets, request))
  session.webRequest.onBeforeRequest((details, decide) => {
    const allowed = isConsoleUrl(details.url) || /^(data|blob|devtools):/.test(details.url)
    decide({ cancel: !allowed })
  })
}

async function answer(assets: Assets, request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url)
  const asset = host === 'console' && request.method === 'GET' ? assets.get(pathname) : undefined
  if (asset === undefined) return new Response('Not found', { status: 404, headers: PAGE_HEADERS })
  return new Response(await asset.read(), { headers: { ...PAGE_HEADERS, 'content-type': asset.type } })
}
