import type { BrowserWindow } from 'electron'

/** What a window shows, as its page wants to be printed: paper, margins and page numbers are those of its style sheet. */
export function printedPage(window: BrowserWindow): Promise<Uint8Array> {
  return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
}
