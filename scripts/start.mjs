import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, PROJECT } from './build.mjs'
import { findElectron, hasDisplay, sandboxProblem } from './electronRuntime.mjs'
import { endWithNpm } from './endWithNpm.mjs'

/** Options that do one thing and end: there is no console to be served. */
const ENDS_BY_ITSELF = ['--check-backup', '--restore', '--recover-administrator']

// `npm start`: the console in a window where that is possible, else the same console for a browser.
const options = process.argv.slice(2)

if (!ensureBuilt()) process.exit(1)

endWithNpm()
const { file, obstacle } = chooseHost()
if (file) {
  runWindow(file)
} else {
  // On standard error: standard output carries the ready line, which scripts read.
  const isServing = !options.some((option) => ENDS_BY_ITSELF.includes(option.split('=')[0]))
  if (obstacle && isServing) process.stderr.write(`${obstacle}, so the console is served to your browser instead.\n`)
  await runHeadless()
}

/** `{ file }` of the Electron to run, or `{ obstacle }`: why there is no window (null when none was asked for). */
function chooseHost() {
  if (['--headless', '--help', '--version'].some((option) => options.includes(option))) return { obstacle: null }
  if (['1', 'true', 'yes', 'on'].includes(process.env.CHARGEHAND_HEADLESS?.toLowerCase())) return { obstacle: null }
  if (!hasDisplay()) return { obstacle: 'No display was found' }
  const { file, missing } = findElectron()
  if (missing) return { obstacle: missing }
  const problem = sandboxProblem(file)
  return problem ? { obstacle: problem } : { file }
}

function runWindow(electron) {
  const env = { ...process.env }
  // Editors built on Electron set it in their terminals; it would turn our window into a bare Node.
  delete env.ELECTRON_RUN_AS_NODE
  const child = spawn(electron, [PROJECT, ...options], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal's Ctrl+C reaches the child by itself; twice would mean "now, without asking".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    process.stderr.write(`Electron did not start (${error.message}). Try: npm start -- --headless\n`)
    process.exitCode = 1
  })
  child.on('close', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else {
      process.exitCode = code
    }
  })
}

/** In this very process, so that signals, exit code and memory are the server's own. */
async function runHeadless() {
  const entry = path.join(PROJECT, 'out/main/headless.js')
  process.argv = [process.execPath, entry, ...options]
  await import(pathToFileURL(entry).href)
}
