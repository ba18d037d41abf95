import type { Spoken } from '@shared/words/spoken'
import type { MenuItemConstructorOptions } from 'electron'

/** Pages of the console that the menu leads to, in the order of the rail, with the digit of their shortcut. */
const PAGES = [
  { key: 'overview', place: '' },
  { key: 'stations', place: 'stations' },
  { key: 'sessions', place: 'sessions' },
  { key: 'cards', place: 'cards' },
  { key: 'requests', place: 'requests' },
  { key: 'certificates', place: 'certificates' },
  { key: 'events', place: 'events' },
  { key: 'settings', place: 'settings' },
] as const satisfies readonly { key: keyof Spoken['host']['menu']['pages']; place: string }[]

/** The menu of the program. On Linux and Windows it is hidden until Alt is pressed; macOS shows it at the top. */
export function applicationMenu(
  platform: NodeJS.Platform,
  act: { goTo(place: string): void; lock(): void; quit(): void },
  { menu }: Spoken['host'],
): MenuItemConstructorOptions[] {
  const pages = PAGES.map(
    ({ key, place }, index): MenuItemConstructorOptions => ({
      label: menu.pages[key],
      accelerator: `CmdOrCtrl+${index + 1}`,
      click: () => act.goTo(place),
    }),
  )
  return [
    // Its name and its items are the system's own there.
    platform === 'darwin'
      ? { role: 'appMenu' }
      : {
          label: menu.program,
          submenu: [
            { role: 'close', label: menu.close },
            { type: 'separator' },
            // As the key in the page: it works wherever the focus is, and does nothing where nobody has to sign in.
            { label: menu.lock, accelerator: 'CmdOrCtrl+Shift+L', click: act.lock },
            { label: menu.quit, accelerator: 'CmdOrCtrl+Q', click: act.quit },
          ],
        },
    { role: 'editMenu', label: menu.edit },
    {
      label: menu.view,
      submenu: [
        { role: 'resetZoom', label: menu.actualSize },
        { role: 'zoomIn', label: menu.zoomIn },
        { role: 'zoomOut', label: menu.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: menu.fullScreen },
      ],
    },
    { label: menu.go, submenu: pages },
    ...(platform === 'darwin' ? [{ role: 'windowMenu' } as const] : []),
  ]
}
