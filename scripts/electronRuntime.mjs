import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

// The runtime is about 120 MB: slower lines than this are better served by the browser today.
const FETCH_LIMIT_MS = 10 * 60_000

/**
 * The executable of Electron as `{ file }`, or `{ missing }` with a sentence about what is in the way. In this order:
 * ELECTRON_EXEC_PATH, then the installed package, whose runtime is fetched now if it never was.
 */
export function findElectron(env = process.env) {
  const given = env.ELECTRON_EXEC_PATH
  if (given) {
    return existsSync(given) ? { file: given } : { missing: `ELECTRON_EXEC_PATH names ${given}, which does not exist` }
  }
  const folder = packageFolder()
  if (!folder) return { missing: 'The package “electron” is not installed' }
  const installed = installedRuntime(folder, env)
  if (installed) return { file: installed }
  process.stderr.write('Fetching Electron’s runtime, once (about 120 MB) …\n')
  spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    // Its own report of a failure is a stack trace; the sentence below is what a person needs.
    stdio: 'ignore',
    timeout: FETCH_LIMIT_MS,
    env: { ...env, ELECTRON_GET_NO_PROGRESS: '1' },
  })
  const fetched = installedRuntime(folder, env)
  return fetched ? { file: fetched } : { missing: 'Electron’s runtime could not be fetched' }
}

function packageFolder() {
  try {
    return path.dirname(require.resolve('electron/package.json'))
  } catch {
    return null
  }
}

/** The package writes path.txt only after everything is unpacked, so its presence means a whole runtime. */
function installedRuntime(folder, env) {
  const pathFile = path.join(folder, 'path.txt')
  if (!existsSync(pathFile) && !env.ELECTRON_OVERRIDE_DIST_PATH) return null
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const file = path.join(env.ELECTRON_OVERRIDE_DIST_PATH || path.join(folder, 'dist'), name)
  return existsSync(file) ? file : null
}

/** Whether a window can be shown at all. Only X11 and Wayland systems can lack a display and say so. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Why the installed runtime's sandbox could not work here, as a sentence, or null. Without it Electron ends at once,
 * and running without it is no choice for a program that shows what strangers' chargers say of themselves.
 */
export function sandboxProblem(file, env = process.env, platform = process.platform) {
  // A runtime that was chosen on purpose knows its own way.
  if (platform !== 'linux' || env.ELECTRON_EXEC_PATH) return null
  if (process.getuid() === 0) return 'Electron does not open windows for root'
  const restricted =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    setting('/proc/sys/user/max_user_namespaces') === '0'
  if (!restricted) return null
  const helper = path.join(path.dirname(file), 'chrome-sandbox')
  const SETUID = 0o4000
  const allowed = existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & SETUID) !== 0
  return allowed ? null : `This system does not let Electron use its sandbox (${helper} needs root’s setuid bit)`
}

function setting(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
