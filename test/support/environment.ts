import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'

/** Chromium without its windows, as Debian packs it: the pages alone, for two thirds of the processor time. */
export const CHROMIUM_SHELL = 'chromium-headless-shell'

/** Names under which Chromium and its relatives are installed; the first that is on PATH is taken. */
const CHROMIUM_NAMES = [
  CHROMIUM_SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/**
 * What the tests use besides npm packages. `npm test` finds or installs it and passes it on; started without it, vitest
 * looks by itself; a variable that is set but empty means "there is none". A value is null when it isn't there: tests that need it skip themselves with `describe.skipIf`, and
 * `npm test` says so. Only this file reads these variables.
 *
 * | variable                 | else                                   | what                                            |
 * | ------------------------ | -------------------------------------- | ----------------------------------------------- |
 * | CHARGEHAND_TEST_CHROMIUM | CHROMIUM_PATH, a known name on PATH    | Chromium's executable                           |
 * | CHARGEHAND_TEST_ELECTRON | ELECTRON_EXEC_PATH                     | Electron's executable; null without a display   |
 * | CHARGEHAND_TEST_OPENSSL  | `openssl` on PATH                      | OpenSSL's command, the second opinion on certificates |
 * | CHARGEHAND_TEST_SSLSCAN  | `sslscan` on PATH                      | sslscan, which looks at the port with TLS from outside |
 * | CHARGEHAND_TEST_CERTTOOL | `certtool` on PATH                     | GnuTLS’ command, the third opinion on certificates |
 * | CHARGEHAND_TEST_PCSCD    | the usual place, as root on Linux      | pcscd, which with vpcd’s driver makes virtual card readers |
 * | CHARGEHAND_TEST_PYTHON   | Debian’s, with its packages            | Python with paho-mqtt, pyOpenSSL and requests   |
 * | CHARGEHAND_TEST_MOSQUITTO | `mosquitto_pub` on PATH                | Mosquitto’s client, with mosquitto_sub beside it |
 * | CHARGEHAND_TEST_FRAMES   | 20000                                  | random and mutated frames that the server is fed; answers and requests in proportion |
 * | CHARGEHAND_TEST_SEED     | the time                               | which ones: the seed that a failure named        |
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform) {
  const display = platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
  return {
    chromium: told(env.CHARGEHAND_TEST_CHROMIUM, () => env.CHROMIUM_PATH || onPath(CHROMIUM_NAMES, env.PATH)),
    electron: display ? told(env.CHARGEHAND_TEST_ELECTRON, () => env.ELECTRON_EXEC_PATH || null) : null,
    openssl: told(env.CHARGEHAND_TEST_OPENSSL, () => onPath(['openssl'], env.PATH)),
    sslscan: told(env.CHARGEHAND_TEST_SSLSCAN, () => onPath(['sslscan'], env.PATH)),
    certtool: told(env.CHARGEHAND_TEST_CERTTOOL, () => onPath(['certtool'], env.PATH)),
    pcscd: told(env.CHARGEHAND_TEST_PCSCD, () => usablePcscd(platform)),
    mosquitto: told(env.CHARGEHAND_TEST_MOSQUITTO, () => onPath(['mosquitto_pub'], env.PATH)),
    python: told(env.CHARGEHAND_TEST_PYTHON, debianPython),
    frames: Number(env.CHARGEHAND_TEST_FRAMES || 20_000),
    seed: Number(env.CHARGEHAND_TEST_SEED || Date.now() % 2 ** 31),
  }
}

/** Debian's own Python, where its packages of the three modules are installed; asking Python itself would take a while. */
function debianPython(): string | null {
  const hasAll = ['paho', 'OpenSSL', 'requests'].every((name) => existsSync(`/usr/lib/python3/dist-packages/${name}`))
  return hasAll && existsSync('/usr/bin/python3') ? '/usr/bin/python3' : null
}

/** The driver of the virtual card reader, as Debian's package vsmartcard-vpcd installs it. */
export const VIRTUAL_READER_DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so'

/**
 * pcscd, where the tests can run one of their own: it needs a view of the file system of its own, which Linux gives to
 * root, and the driver of the virtual reader.
 */
function usablePcscd(platform: NodeJS.Platform): string | null {
  if (platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(VIRTUAL_READER_DRIVER)) return null
  const mayMount = spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' }).status === 0
  return mayMount ? onPath(['pcscd'], '/usr/sbin:/usr/local/sbin:/usr/bin') : null
}

function told(variable: string | undefined, find: () => string | null): string | null {
  return variable === undefined ? find() : variable || null
}

/** What this run of the tests has. */
export const environment = readEnvironment(process.env, process.platform)

/** The first of `names` that is an executable in a folder of `searchPath`, as a full path; else null. */
export function onPath(names: readonly string[], searchPath = ''): string | null {
  const extension = process.platform === 'win32' ? '.exe' : ''
  for (const name of names) {
    for (const folder of searchPath.split(path.delimiter)) {
      const file = path.join(folder, name + extension)
      if (folder !== '' && isExecutable(file)) return file
    }
  }
  return null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
