import type { Session } from 'electron'
import { type Assets, listAssets } from '../assets'
import { PAGE_HEADERS } from '../pageHeaders'

/**
 * Where the console lives in the window. The name can't exist on any network (RFC 2606 §2), and no request for it ever
 * leaves: the window's https is answered here. That gives the page an origin and headers, which file:// has not; a
 * scheme of our own would do the same, but has to be registered before Electron is ready, which a program that is
 * loaded as an ES module can't promise.
 */
export const CONSOLE_URL = 'https://chargehand.invalid/'

/** True for addresses of the console itself, whatever page of it they show. */
export function isConsoleUrl(url: string): boolean {
  return url.startsWith(CONSOLE_URL)
}

/** Serves the built console to the window, and cuts the window off from every network and every other file. */
export function serveConsole(session: Session, rendererFolder: string): void {
  const assets = listAssets(rendererFolder)
  session.protocol.handle('https', (request) => answer(assets, request))
  session.webRequest.onBeforeRequest((details, decide) => {
    const allowed = isConsoleUrl(details.url) || /^(data|blob|devtools):/.test(details.url)
    decide({ cancel: !allowed })
  })
}

async function answer(assets: Assets, request: Request): Promise<Response> {
  const asset =
    isConsoleUrl(request.url) && request.method === 'GET' ? assets.get(new URL(request.url).pathname) : undefined
  if (asset === undefined) return new Response('Not found', { status: 404, headers: PAGE_HEADERS })
  return new Response(await asset.read(), { headers: { ...PAGE_HEADERS, 'content-type': asset.type } })
}
