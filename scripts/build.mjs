import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = path.resolve(import.meta.dirname, '..')

/** What is built, and what it is built from: paths from the project's folder. */
export const OUTPUTS = [
  'out/main/index.js',
  'out/main/headless.js',
  'out/main/charger.js',
  'out/main/framesWorker.js',
  'out/main/backupWorker.js',
  'out/main/readerProcess.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
export const INPUTS = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.aliases.ts',
  'vite.ascii.ts',
  'vite.words.ts',
]

/** Whether `out/` is incomplete or older than what it is made from. A removed source shows in its folder's time. */
export function isStale(project = PROJECT) {
  const outputs = OUTPUTS.map((file) => path.join(project, file))
  if (!outputs.every((file) => existsSync(file))) return true
  const oldest = Math.min(...outputs.map((file) => statSync(file).mtimeMs))
  return INPUTS.map((name) => path.join(project, name)).some((file) => existsSync(file) && newest(file) > oldest)
}

function newest(file) {
  const { mtimeMs } = statSync(file)
  if (!statSync(file).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
}

/**
 * Builds into `out/`. Says nothing on standard output, which belongs to the program's ready line; the builder's own
 * words are shown only when it fails. Returns whether it succeeded.
 */
export function build() {
  const require = createRequire(import.meta.url)
  const manifest = require.resolve('electron-vite/package.json')
  const bin = path.join(path.dirname(manifest), require(manifest).bin['electron-vite'])
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'build', '--logLevel', 'warn'], {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) process.stderr.write(`${stdout}${stderr}\n`)
  return status === 0
}

/** Builds when `out/` is stale; false when that failed. */
export function ensureBuilt() {
  if (!isStale()) return true
  process.stderr.write('Building Chargehand, which takes a few seconds after each change …\n')
  return build()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = build() ? 0 : 1
}
