import { printedPage } from '@main/hosts/electron/printedPage'
import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'

test('a window has its own colour again when several pages were printed at once', async () => {
  const colours = ['#202124']
  const prints: (() => void)[] = []
  const window = {
    getBackgroundColor: () => colours.at(-1),
    setBackgroundColor: (colour: string) => colours.push(colour),
    isDestroyed: () => false,
    webContents: {
      printToPDF: () => new Promise((resolve) => prints.push(() => resolve(Buffer.from(`${colours.at(-1)}`)))),
    },
  } as unknown as BrowserWindow
  const pages = Promise.all([printedPage(window), printedPage(window)])
  for (let printed = 0; printed < 2; printed += 1) {
    await expect.poll(() => prints.length).toBeGreaterThan(0)
    prints.shift()?.()
  }
  expect((await pages).map(String)).toEqual(['#ffffff', '#ffffff'])
  expect(colours.at(-1)).toBe('#202124')
})
