import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerData } from '../messages.ts'
import { FrameLog } from './frameLog.ts'
import { openLog } from './openLog.ts'

// The live log's thread. Files here import each other and what they need by file names with endings: built, this is one
// file; from source it is run by Node itself, which knows neither aliases nor endings that are left out.

const { file, limits } = workerData as WorkerData
const log = new FrameLog(openLog(file), limits)
const say = (message: FromWorker) => parentPort?.postMessage(message)
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'batch': {
      const { lost, error } = log.store(message.batch, message.now)
      say({ kind: 'stored', lastId: log.lastId, lost, reason: error === null ? null : reasonOf(error) })
      break
    }
    case 'ask':
      try {
        say({ kind: 'answer', number: message.number, output: log.answer(message.name, message.input as never) })
      } catch (error) {
        say({ kind: 'failed', number: message.number, reason: reasonOf(error) })
      }
      if (message.name === 'close') parentPort?.close()
  }
})
