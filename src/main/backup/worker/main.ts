import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { DatabaseTask, TaskOutcome } from '../databaseTask.ts'

// Long work on a database file, in a thread of its own. Imports are by file names with endings: from source, Node runs
// this file itself.

function perform(task: DatabaseTask): TaskOutcome {
  const db = new Database(task.file, { readonly: true, fileMustExist: true })
  try {
    if (task.kind === 'copy') {
      // One read transaction: what is committed meanwhile goes on in the log and is not in the copy.
      db.prepare('VACUUM INTO ?').run(task.to)
      return { kind: 'done', problem: null }
    }
    const [first] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
    const finding = first?.integrity_check ?? ''
    return { kind: 'done', problem: finding === 'ok' ? null : finding }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  } finally {
    db.close()
  }
}

function attempt(task: DatabaseTask): TaskOutcome {
  try {
    return perform(task)
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(attempt(workerData as DatabaseTask))
