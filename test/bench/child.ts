import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type {
  CpuAnswer,
  CpuQuestion,
  FramesAnswer,
  FramesQuestion,
  Listening,
  LoopAnswer,
  LoopQuestion,
  MemoryAnswer,
  MemoryQuestion,
} from './messages'
import type { Answered } from './serveParent'

/** A process of the benchmark: it answers one message after the other, and ends with this one. */
export interface Child {
  /** The next message of the child; rejects when it reports a problem or ends. */
  next<Answer>(): Promise<Answer>
  ask<Request extends object, Answer>(request: Request): Promise<Answer>
  /** Lets go of the child and waits until it has closed everything and ended. */
  end(): Promise<void>
}

export type EntryName =
  | 'bareTls'
  | 'desk'
  | 'echo'
  | 'ledger'
  | 'load'
  | 'mqttBare'
  | 'mqttLoad'
  | 'ocppRpc'
  | 'screen'
  | 'site'

/** @param profileFolder where the child leaves a CPU profile when it ends; null for none */
export function startChild(
  entry: EntryName,
  words: readonly string[] = [],
  profileFolder: string | null = null,
): Child {
  const profiling = profileFolder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`]
  const execArgv = ['--expose-gc', ...profiling]
  const child = fork(path.join(import.meta.dirname, `${entry}.js`), words, { execArgv })
  const next = <Answer>() =>
    new Promise<Answer>((resolve, reject) => {
      const settle = (message: unknown) => {
        child.off('exit', ended)
        const answered = message as Answered<Answer>
        if (answered.ok) resolve(answered.answer)
        else reject(new Error(`${entry}: ${answered.problem}`))
      }
      const ended = () => {
        child.off('message', settle)
        reject(new Error(`${entry} ended by itself`))
      }
      child.once('message', settle)
      child.once('exit', ended)
    })
  return {
    next,
    ask(request) {
      const answer = next<never>()
      child.send(request)
      return answer
    },
    end: () => letGo(child),
  }
}

async function letGo(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  if (child.connected) child.disconnect()
  await ended
}

/** A server under test, in a process of its own. */
export interface Server {
  readonly name: string
  readonly url: string
  /** One-time link of its console; null where it has none. */
  readonly link: string | null
  /** Processor time since its start, in microseconds. */
  cpu(): Promise<number>
  /** Resident memory after a garbage collection, in bytes. */
  memory(): Promise<number>
  /** How late its event loop ran since this was asked last; the first time only begins to measure. */
  loop(): Promise<LoopAnswer>
  /** What the live log of a site kept so far. */
  frames(): Promise<FramesAnswer>
  end(): Promise<void>
}

export async function startServer(
  name: string,
  entry: EntryName,
  words: readonly string[],
  profileFolder: string | null,
): Promise<Server> {
  const child = startChild(entry, words, profileFolder)
  const { url, link } = await child.next<Listening>()
  return {
    name,
    url,
    link,
    cpu: async () => (await child.ask<CpuQuestion, CpuAnswer>({ kind: 'cpu' })).microseconds,
    memory: async () => (await child.ask<MemoryQuestion, MemoryAnswer>({ kind: 'memory' })).residentBytes,
    loop: () => child.ask<LoopQuestion, LoopAnswer>({ kind: 'loop' }),
    frames: () => child.ask<FramesQuestion, FramesAnswer>({ kind: 'frames' }),
    end: child.end,
  }
}
