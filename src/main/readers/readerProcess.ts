import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The process that reads cards, as its supervisor sees it. */
export interface ReaderProcess {
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when it is gone; `how` says how it ended. */
  onExit(listener: (how: string) => void): void
  /** Ends it at once, whatever it is in the middle of. */
  kill(): void
}

/** Starts the process that reads cards. @param file what it is started from */
export type LaunchReader = (file: string) => ReaderProcess

/** Name of the built process, beside the entries of the program. */
const BUILT = 'readerProcess.js'

/**
 * What the process is started from. The built file lies beside the entries, and this code in one of them or in a chunk in
 * a folder below; from source, as the tests run, Node takes the TypeScript as it is.
 */
export function readerFile(folder = import.meta.dirname): string {
  const built = [path.join(folder, BUILT), path.join(folder, '..', BUILT)]
  return built.find((file) => existsSync(file)) ?? path.join(folder, 'process', 'main.ts')
}

/** How much is kept of what a process complains about before it ends, in characters. */
const COMPLAINT_MAX = 300

/** Starts it as a child process of plain Node. @param env what is added to the environment */
export function forkReader(env: NodeJS.ProcessEnv = {}): LaunchReader {
  return (file) => {
    const child = fork(file, [], {
      // Of the program's own options none is meant for it, and its standard streams are not the program's.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ...env },
    })
    let complaint = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString()}`.slice(-COMPLAINT_MAX)
    })
    // The reader keeps nobody from ending.
    child.unref()
    child.channel?.unref()
    return {
      onMessage: (listener) => void child.on('message', listener),
      onExit(listener) {
        let gone = false
        const once = (how: string) => {
          if (!gone) listener(how)
          gone = true
        }
        child.on('error', (error) => once(error.message))
        child.on('exit', (code, signal) =>
          once([signal ?? `code ${code}`, complaint.trim()].filter(Boolean).join(': ')),
        )
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
