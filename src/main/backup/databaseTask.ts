import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** What can take minutes with a large database and is done beside the event loop. */
export type DatabaseTask =
  /** Writes a consistent copy of `file` to `to`, which must be empty or not there. */
  | { readonly kind: 'copy'; readonly file: string; readonly to: string }
  /** SQLite's own check of all pages and indices. */
  | { readonly kind: 'check'; readonly file: string }

export type TaskOutcome =
  /** `problem`: what the check found; null when all is well. */
  { readonly kind: 'done'; readonly problem: string | null } | { readonly kind: 'failed'; readonly reason: string }

/** Name of the built worker, beside the entries of the program. */
const BUILT = 'backupWorker.js'

/** The built worker lies beside the entries, and this code in one of them or in a chunk in a folder below. */
function workerFile(folder = import.meta.dirname): string {
  const built = [path.join(folder, BUILT), path.join(folder, '..', BUILT)]
  return built.find((file) => existsSync(file)) ?? path.join(folder, 'worker', 'main.ts')
}

/** Runs a task in a thread of its own. Never rejects. */
export function runDatabaseTask(task: DatabaseTask): Promise<TaskOutcome> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(), {
      name: 'backup',
      workerData: task,
      // Of the program's own options none is meant for it, and its standard streams are not the program's.
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    worker.on('message', resolve)
    worker.on('error', (error) => resolve({ kind: 'failed', reason: String(error) }))
    worker.on('exit', (code) => resolve({ kind: 'failed', reason: `its thread ended with ${code}` }))
  })
}
