import { existsSync } from 'node:fs'
import path from 'node:path'

/** Name of the built worker, beside the entries of the program. */
const BUILT = 'framesWorker.js'

/**
 * The file a worker of the live log is started from. The built one lies beside the entries, and this code in one of them
 * or in a chunk in a folder below; from source, as the tests run, Node takes the TypeScript as it is.
 */
export function workerFile(folder = import.meta.dirname): string {
  const built = [path.join(folder, BUILT), path.join(folder, '..', BUILT)]
  return built.find((file) => existsSync(file)) ?? path.join(folder, 'worker', 'main.ts')
}
