import { type IpcMainEvent, ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import { isConsoleUrl } from './consolePage'

const WANT_PORT = 'chargehand:want-port'
const PORT = 'chargehand:port'

/** Serves the contract on a port; the port is started by the caller. */
export type ServePort = (port: MessagePortMain) => void

/**
 * Gives the window's page a port whenever it asks for one, after looking at who asks. A page has one port: the one it
 * had before is closed, and so is the last one when the page goes, so that no feed outlives its reader.
 */
export function handPortsOver(contents: WebContents, serve: ServePort): void {
  let current: MessagePortMain | null = null
  const close = () => {
    current?.close()
    current = null
  }
  const onWanted = (event: IpcMainEvent) => {
    if (!isOurPage(event, contents)) return
    close()
    const { port1, port2 } = new MessageChannelMain()
    current = port1
    serve(port1)
    port1.start()
    contents.postMessage(PORT, null, [port2])
  }
  ipcMain.on(WANT_PORT, onWanted)
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) close()
  })
  contents.on('render-process-gone', close)
  contents.once('destroyed', () => {
    ipcMain.off(WANT_PORT, onWanted)
    close()
  })
}

/** The console in the window's main frame, and nothing that may run beside or inside it. */
function isOurPage(event: IpcMainEvent, contents: WebContents): boolean {
  const frame = event.senderFrame
  return event.sender === contents && frame !== null && frame === contents.mainFrame && isConsoleUrl(frame.url)
}
