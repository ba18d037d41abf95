import path from 'node:path'
import { BrowserWindow, nativeImage } from 'electron'
import { CONSOLE_URL } from './consolePage'

/** Smallest width the screens are made for. */
const SMALLEST = { minWidth: 1024, minHeight: 640 }

export interface ConsoleWindowOptions {
  /** Folder of the program: `out/` and `resources/` lie in it. */
  readonly programFolder: string
  /** True once the program is to end: only then does closing the window close it. */
  ending(): boolean
}

/** Opens the window. Its close button hides it: the server goes on in the tray. */
export function openConsoleWindow({ programFolder, ending }: ConsoleWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    ...SMALLEST,
    show: false,
    title: 'Chargehand',
    backgroundColor: '#f6f8f9',
    autoHideMenuBar: true,
    icon: nativeImage.createFromPath(path.join(programFolder, 'resources', 'icon-256.png')),
    webPreferences: {
      preload: path.join(programFolder, 'out', 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (ending()) return
    event.preventDefault()
    window.hide()
  })
  void window.loadURL(CONSOLE_URL)
  return window
}

/** Brings the window to the front, wherever it was. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
