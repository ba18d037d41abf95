import { utilityProcess } from 'electron'
import type { LaunchReader } from '../../readers/readerProcess'

/** Starts the process that reads cards as a utility process of Electron: its own Node is not to be used by others. */
export const forkUtility: LaunchReader = (file) => {
  const child = utilityProcess.fork(file, [], { serviceName: 'Chargehand card reader', stdio: 'ignore' })
  return {
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(`code ${code}`)),
    kill() {
      // What hangs in a library does not listen to a polite request. The process may be gone, or not be there yet.
      const { pid } = child
      if (pid === undefined) return void child.once('spawn', () => child.kill())
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    },
  }
}
