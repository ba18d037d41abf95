import path from 'node:path'
import { BrowserWindow, nativeImage, screen } from 'electron'
import { CONSOLE_URL } from './consolePage'
import { keepWindowState, readWindowState } from './windowState'

/** Smallest width the screens are made for. */
const SMALLEST = { minWidth: 1024, minHeight: 640 }

export interface ConsoleWindowOptions {
  /** Folder of the program: `out/` and `resources/` lie in it. */
  readonly programFolder: string
  /** Where the window's place on the screen is kept. */
  readonly stateFile: string
  /** The page to begin with, as a place in the console. */
  readonly place: string | null
  /** True once the program is to end: only then does closing the window close it. */
  ending(): boolean
}

/** Opens the window. Its close button hides it: the server goes on in the tray. */
export function openConsoleWindow(options: ConsoleWindowOptions): BrowserWindow {
  const { programFolder, stateFile, ending } = options
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const kept = readWindowState(stateFile, screens)
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    ...kept?.bounds,
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
  window.once('ready-to-show', () => {
    if (kept?.maximised) window.maximize()
    window.show()
  })
  window.on('close', (event) => {
    keepPlace(window, stateFile)
    if (ending()) return
    event.preventDefault()
    window.hide()
  })
  void window.loadURL(addressOf(options.place))
  return window
}

/** Shows a page of the console in the window, wherever it was. */
export function goTo(window: BrowserWindow, place: string): void {
  showWindow(window)
  const address = addressOf(place)
  // Only what stands behind the # changes, so that nothing is loaded anew; the same address would be.
  if (window.webContents.getURL() !== address) void window.loadURL(address)
}

function addressOf(place: string | null): string {
  return place === null ? CONSOLE_URL : `${CONSOLE_URL}#/${place}`
}

/** Keeps where the window stands for the next start; whoever destroys it calls this before. */
export function keepPlace(window: BrowserWindow, stateFile: string): void {
  keepWindowState(stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() })
}

/** Brings the window to the front, wherever it was. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
