import path from 'node:path'
import type { SiteState } from '@shared/contract/site'
import type { Speech } from '@shared/words/speech'
import { Menu, nativeImage, Tray } from 'electron'
import { trayMenu } from './trayMenu'

export interface SiteTrayOptions {
  readonly programFolder: string
  show(): void
  quit(): void
  /** The language at the moment; `update` after it changed. */
  speech(): Speech
  /** Whether nobody may see more than that the program runs; `update` after it changed. */
  isLocked(): boolean
}

/** The icon in the tray: it shows that the server runs while no window does. */
export interface SiteTray {
  update(state: SiteState): void
  close(): void
}

export function openSiteTray({ programFolder, show, quit, speech, isLocked }: SiteTrayOptions): SiteTray {
  const file = (size: number) => path.join(programFolder, 'resources', `icon-${size}.png`)
  const icon = nativeImage.createFromPath(file(16))
  icon.addRepresentation({ scaleFactor: 2, buffer: nativeImage.createFromPath(file(32)).toPNG() })
  const tray = new Tray(icon)
  tray.setToolTip('Chargehand')
  // On Linux a click opens the menu by itself.
  tray.on('click', show)
  let shown = ''
  return {
    update(state) {
      const menu = trayMenu(state, { show, quit }, speech(), isLocked())
      // Exchanging the menu closes an open one: only when it would say something else.
      const labels = JSON.stringify(menu)
      if (labels === shown) return
      shown = labels
      tray.setContextMenu(Menu.buildFromTemplate(menu))
      tray.setToolTip(state.name === '' ? 'Chargehand' : `Chargehand · ${state.name}`)
    },
    close: () => tray.destroy(),
  }
}
