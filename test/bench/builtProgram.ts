import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Bench } from './bench'

/** The program as it is built, without a window, on a folder that is set up. */
export interface BuiltProgram {
  readonly pid: number | undefined
  /** Where chargers call, without an identity. */
  readonly url: string
  /** The console's one-time link. */
  readonly link: string
  /** From the start of the process to its ready line, chargers' and console's ports open. */
  readonly listeningMs: number
  end(): Promise<void>
}

export async function startBuiltProgram(bench: Bench, folder: string): Promise<BuiltProgram> {
  const words = ['--headless', '--json', '--data', folder, '--bind', '127.0.0.1', '--ocpp-port', '0', '--web-port', '0']
  const entry = path.join(bench.project, 'out/main/headless.js')
  const started = performance.now()
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the program ended with ${code} instead of listening`)
  })
  ended.catch(() => {})
  const lines = createInterface({ input: child.stdout })
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string]
  const listeningMs = performance.now() - started
  const { ocpp, console: link } = JSON.parse(line) as { ocpp: string[]; console: string | null }
  const url = ocpp[0]
  if (!url || link === null) throw new Error('the program does not listen for chargers and browsers')
  return { pid: child.pid, url, link, listeningMs, end: () => endChild(child) }
}

async function endChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
