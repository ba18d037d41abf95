import { RPCLink } from '@orpc/client/message-port'
import type { Connect } from './connection'

declare global {
  interface Window {
    /** Put there by the preload script; absent in a browser. */
    readonly chargehand?: { readonly host: 'desktop' }
  }
}

/** What the page says to the preload script to get a fresh port, and what the script says when it hands one over. */
const WANT_PORT = 'chargehand:want-port'
const PORT = 'chargehand:port'

/** How long the main process may take to hand over a port, in milliseconds, before it is asked again. */
const PORT_TIME_OUT_MS = 5_000

/** Connects through a MessagePort to Electron's main process; each attempt asks for a fresh port. */
export function openPort(page: Window): Connect {
  return () =>
    new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timeOut)
        page.removeEventListener('message', onMessage)
      }
      const timeOut = setTimeout(() => {
        settle()
        reject(new Error('The main process handed over no port.'))
      }, PORT_TIME_OUT_MS)

      const onMessage = (event: MessageEvent) => {
        const port = event.ports[0]
        // Only this very page (and its preload script) can be the source; frames and other windows are ignored.
        if (event.source !== page || event.data !== PORT || port === undefined) return
        settle()
        const closed = new Promise<void>((done) => port.addEventListener('close', () => done(), { once: true }))
        const link = new RPCLink({ port })
        port.start()
        resolve({ link, closed, close: () => port.close() })
      }
      page.addEventListener('message', onMessage)
      page.postMessage(WANT_PORT, '*')
    })
}
