import path from 'node:path'

/** What the default data folder depends on. Injected, so that every platform can be tested on any. */
export interface AccountSurroundings {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

const NAME = 'Chargehand'

/**
 * Where a site lives when `--data` does not say. The rule is that of Electron's `userData`, but computed here, because
 * the window and the headless program have to open the same site, and only one of them has Electron to ask.
 */
export function defaultDataFolder({ platform, home, env }: AccountSurroundings): string {
  if (platform === 'win32') {
    return path.win32.join(env.APPDATA || path.win32.join(home, 'AppData', 'Roaming'), NAME)
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', NAME)
  const config = env.XDG_CONFIG_HOME
  // The XDG base directory rules: a relative XDG_CONFIG_HOME is to be ignored.
  return path.posix.join(config?.startsWith('/') ? config : path.posix.join(home, '.config'), NAME)
}
