import type { FromReader } from './messages.ts'
import { loadPcsc } from './pcsc.ts'
import { watchReaders } from './watch.ts'

// The process that talks to USB readers, so that nothing native can stall or end the server. Files here import each
// other by file names with endings: built, this is one file; from source it is run by Node itself, which knows neither
// aliases nor endings that are left out.

/** Electron's utility process speaks through this port, a child process of Node through `process.send`. */
const { parentPort } = process as { parentPort?: { postMessage(message: unknown): void } }

const say = (message: FromReader) => {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

// A call into the library may hang, and Node waits for it when it exits: without its parent the process ends at once.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const BEAT_MS = 1_000

const pcsc = loadPcsc(process.platform)
if (pcsc === null) {
  say({ kind: 'service', state: 'no-library', detail: '' })
  setInterval(() => say({ kind: 'beat' }), BEAT_MS)
} else {
  void watchReaders(pcsc, say)
}
