import type { App, Session, WebContents } from 'electron'
import { isConsoleUrl } from './consolePage'

/** Copying a code from the screen is the one thing beyond plain pages that the console does. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write']

/** Denies pages whatever they could ask of the computer, but what the console needs. */
export function denyPermissions(session: Session): void {
  const allowed = (permission: string, url: string) => ALLOWED_PERMISSIONS.includes(permission) && isConsoleUrl(url)
  session.setPermissionRequestHandler((contents, permission, decide) => decide(allowed(permission, contents.getURL())))
  session.setPermissionCheckHandler((contents, permission) => allowed(permission, contents?.getURL() ?? ''))
  session.setDevicePermissionHandler(() => false)
}

/** Keeps every page where it is: no other address, no new window, no embedded page. */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_created, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-frame-navigate', (event) => {
      // A reload of the console is no leaving.
      if (!(event.isMainFrame && isConsoleUrl(event.url))) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
