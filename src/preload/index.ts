import { contextBridge, ipcRenderer } from 'electron'

// Hands a message port from the main process over to the page, and does nothing else.
const WANT_PORT = 'chargehand:want-port'
const PORT = 'chargehand:port'

contextBridge.exposeInMainWorld('chargehand', { host: 'desktop' })

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === WANT_PORT) ipcRenderer.send(WANT_PORT)
})

// The page's own world can be reached by a window message only: a port can't pass the context bridge.
ipcRenderer.on(PORT, (event) => window.postMessage(PORT, '*', [...event.ports]))
