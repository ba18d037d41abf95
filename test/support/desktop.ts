import { type ChildProcess, spawn } from 'node:child_process'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { PATIENCE_MS } from './consoleBrowser'
import { environment } from './environment'
import { Console } from './pages/console'
import { PROJECT, withoutOurs } from './runningProgram'

/** The built program in a real Electron, with its window. */
export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  readonly console: Console
  /** Resolves with its exit code when it has ended by itself. */
  readonly ended: Promise<number | null>
  /** Ends it as a log-out does, which can't be asked anything; nothing when it has ended already. */
  end(): Promise<void>
}

/** What follows the project's folder belongs to the program; what stands before it, to Electron. */
function launchArguments(dataFolder: string, program = PROJECT): string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0
  // Chromium's sandbox refuses to start for root.
  const before = [...(root ? ['--no-sandbox'] : []), '--disable-gpu']
  return [...before, program, '--json', '--bind', '127.0.0.1', '--ocpp-port', '0', '--data', dataFolder]
}

function executable(): string {
  if (environment.electron === null) throw new Error('There is no Electron; the test should have been skipped')
  return environment.electron
}

/** A program other than the project's own, and what it finds around itself. */
export interface OtherProgram {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

/** Opens the program's window, driven by its debugger. */
export async function openDesktop(dataFolder: string, other?: OtherProgram): Promise<Desktop> {
  const app = await _electron.launch({
    executablePath: executable(),
    args: launchArguments(dataFolder, other?.folder),
    env: { ...withoutOurs(process.env), ...other?.env },
  })
  const child = app.process()
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const page = await app.firstWindow()
  page.setDefaultTimeout(PATIENCE_MS)
  return {
    app,
    page,
    console: new Console(page),
    ended,
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}

/** Starts the program as `npm start` does, without a debugger. Whoever starts it ends it. */
export function startDesktop(dataFolder: string, ...more: string[]): ChildProcess {
  return spawn(executable(), [...launchArguments(dataFolder), ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutOurs(process.env),
  })
}
