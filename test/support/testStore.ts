import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store, type StoreOptions } from '@main/store/open'
import { onTestFinished } from 'vitest'

/**
 * A folder of its own, removed after the test. Asked for in each test: a hook of this module would be one of the first
 * file that imports it, as a worker loads a module once.
 */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chargehand-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface TestStore extends Store {
  readonly folder: string
  /** What was told of lazy writes that failed. */
  readonly lazyFailures: unknown[]
}

/** A real store on real files, closed and removed after the test. */
export function openTestStore(options: Partial<StoreOptions> = {}): TestStore {
  const folder = options.folder ?? testFolder()
  const lazyFailures: unknown[] = []
  const store = openStore({ folder, onLazyFailure: (error) => lazyFailures.push(error), ...options })
  onTestFinished(() => store.close())
  return { ...store, folder, lazyFailures }
}
