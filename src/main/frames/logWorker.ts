import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { AppError, reasonOf } from '@shared/errors'
import { phrase } from '../phrase'
import type { Batch, FromWorker, QuestionName, Questions, ToWorker, WorkerData } from './messages'
import { workerFile } from './workerFile'

/** Memory of the worker in MiB; beyond it the worker ends, not the program. */
const HEAP_MIB = 128
/** How long a worker may take to write the rest and end, in milliseconds. */
const GOODBYE_MS = 5_000

export interface LogWorkerEvents {
  /** A batch is done with. */
  stored(lastId: number, lost: number, reason: string | null): void
  /** It has ended by itself; what it had been asked is refused already. */
  ended(reason: string): void
}

/** The thread that writes and reads the live log. */
export class LogWorker {
  readonly #worker: Worker
  readonly #asked = new Map<number, { resolve(output: never): void; reject(error: unknown): void }>()
  #number = 0
  #over = false

  constructor(data: WorkerData, events: LogWorkerEvents) {
    this.#worker = new Worker(workerFile(), {
      name: 'live log',
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
      // Of the program's own options none is meant for it, and its standard streams are not the program's.
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    // The log keeps nobody from ending.
    this.#worker.unref()
    let problem = 'it has ended'
    this.#worker.on('error', (error) => {
      problem = reasonOf(error)
    })
    this.#worker.on('exit', () => {
      for (const { reject } of this.#asked.values()) reject(new AppError('LIVE_LOG_UNAVAILABLE', { reason: problem }))
      this.#asked.clear()
      if (!this.#over) events.ended(problem)
      this.#over = true
    })
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'stored') return events.stored(message.lastId, message.lost, message.reason)
      const asked = this.#asked.get(message.number)
      this.#asked.delete(message.number)
      if (message.kind === 'answer') asked?.resolve(message.output as never)
      else asked?.reject(new AppError('LIVE_LOG_UNAVAILABLE', { reason: message.reason }))
    })
  }

  write(batch: Batch, now: number): void {
    this.#say({ kind: 'batch', batch, now })
  }

  /** @throws AppError LIVE_LOG_UNAVAILABLE */
  ask<Name extends QuestionName>(name: Name, input: Questions[Name]['input']): Promise<Questions[Name]['output']> {
    if (this.#over) return Promise.reject(new AppError('LIVE_LOG_UNAVAILABLE', { reason: phrase('reasons.log.ended') }))
    return new Promise((resolve, reject) => {
      this.#number += 1
      this.#asked.set(this.#number, { resolve, reject })
      this.#say({ kind: 'ask', number: this.#number, name, input })
    })
  }

  /** Lets it write what it has been given, and waits for its end. */
  async close(): Promise<void> {
    if (this.#over) return
    const exit = once(this.#worker, 'exit')
    this.#worker.ref()
    const timer = setTimeout(() => void this.#worker.terminate(), GOODBYE_MS)
    this.ask('close', null).catch(() => {})
    this.#over = true
    await exit
    clearTimeout(timer)
  }

  /** Ends it at once. */
  terminate(): Promise<number> {
    return this.#worker.terminate()
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message)
  }
}
