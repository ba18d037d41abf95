import { app, powerSaveBlocker } from 'electron'
import type { DesktopSystem } from './keptSwitches'

/** Electron's own switches. */
export const desktopSystem: DesktopSystem = {
  keepAwake() {
    // The screen may go dark: only the server has to go on.
    const id = powerSaveBlocker.start('prevent-app-suspension')
    return () => powerSaveBlocker.stop(id)
  },
  languages: () => app.getPreferredSystemLanguages(),
  // Electron knows no way on Linux. A program that is not installed would start Electron without it.
  login:
    process.platform === 'linux' || !app.isPackaged
      ? null
      : {
          isOn: () => app.getLoginItemSettings().openAtLogin,
          set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
        },
}
