import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Folder of the project, which holds the built program in `out/`. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const ReadyLine = z.object({
  ready: z.literal(true),
  phase: z.enum(['setup', 'running']),
  console: z.string().nullable(),
  ocpp: z.array(z.string()),
  ocppTls: z.array(z.string()),
  dataFolder: z.string(),
  keyStore: z.string(),
  demo: z.boolean(),
  devices: z.array(z.string()),
  mqtt: z.array(z.string()),
  api: z.string().nullable(),
  deviceToken: z.string().optional(),
  adminToken: z.string().optional(),
})
/** The program's ready line, checked. */
export type ReadyLine = z.infer<typeof ReadyLine>

/** Reads lines until the ready line comes; rejects when the program ends first, with what it said. */
export async function readyLine(child: ChildProcess): Promise<ReadyLine> {
  if (child.stdout === null || child.stderr === null) throw new Error('The program was started without pipes')
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":')) return ReadyLine.parse(JSON.parse(line))
    said.push(line)
  }
  throw new Error(`The program ended before it was ready: ${said.join('\n')}`)
}

/** The built program without a window, in a process of its own, on a data folder of its own. */
export interface RunningProgram {
  readonly pid: number
  readonly ready: ReadyLine
  /** Its one-time link. */
  readonly link: string
  /** Where the console is served, without a path. */
  readonly origin: string
  /** The one-time link that lies in the data folder now. */
  linkInFolder(): string
  /** Ends it as a service manager does and waits until it is gone. Its exit code; null for a signal. */
  end(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

export interface ProgramChoices {
  /** Null leaves the folder to the program (`--demo`). */
  readonly dataFolder: string | null
  /** 0, the default, takes any free one. */
  readonly ocppPort?: number
  readonly webPort?: number
  readonly args?: readonly string[]
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built program and waits for its ready line. */
export async function runProgram(choices: ProgramChoices): Promise<RunningProgram> {
  const { dataFolder, ocppPort = 0, webPort = 0, args = [], env = {} } = choices
  const words = [
    '--headless',
    '--json',
    '--bind',
    '127.0.0.1',
    '--ocpp-port',
    `${ocppPort}`,
    '--tls-port',
    '0',
    '--web-port',
    `${webPort}`,
  ]
  const folder = dataFolder === null ? [] : ['--data', dataFolder]
  const child = spawn(process.execPath, [path.join(PROJECT, 'out/main/headless.js'), ...words, ...folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutOurs(process.env), ...env },
  })
  const gone = once(child, 'exit')
  const ready = await readyLine(child)
  if (child.pid === undefined || ready.console === null) throw new Error('The program serves no console')
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await gone
    return child.exitCode
  }
  return {
    pid: child.pid,
    ready,
    link: ready.console,
    origin: new URL(ready.console).origin,
    linkInFolder: () => readFileSync(path.join(ready.dataFolder, 'console-link.txt'), 'utf8').trim(),
    end: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL')
    },
  }
}

/** What the system calls its language; the program speaks it. */
const LANGUAGE = /^(LANG|LANGUAGE|LC_.*)$/

/** The environment without what would change the program under test, in the language that tests read. */
export function withoutOurs(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith('CHARGEHAND_') && name !== 'NODE_ENV' && !LANGUAGE.test(name),
  )
  const named = kept.map(([name, value = '']) => [name, value] as const)
  // No smart-card service: the readers of this computer are nobody's business here.
  return Object.fromEntries([...named, ['LC_ALL', 'C.UTF-8'], ['PCSCLITE_CSOCK_NAME', '/nowhere']])
}

/** A fresh data folder; `remove` deletes it with all that is in it. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'chargehand-e2e-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}
