import type { BrowserWindow } from 'electron'
import { createTurns } from '../../inTurns'

/** One after the other: a second one would take the white of the first for the colour of the window. */
const inTurn = createTurns(1)

/**
 * What a window shows, as its page wants to be printed: paper, margins and page numbers are those of its style sheet. The
 * margins of a sheet have the colour that the window has where no page covers it, and paper is white.
 */
export function printedPage(window: BrowserWindow): Promise<Uint8Array> {
  return inTurn(() => printOnWhite(window))
}

async function printOnWhite(window: BrowserWindow): Promise<Uint8Array> {
  const colour = window.getBackgroundColor()
  window.setBackgroundColor('#ffffff')
  try {
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  } finally {
    if (!window.isDestroyed()) window.setBackgroundColor(colour)
  }
}
