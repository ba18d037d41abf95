import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store, type StoreOptions } from '@main/store/open'
import { afterEach } from 'vitest'

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end()
})

/** A folder of its own, removed after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chargehand-test-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
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
  endings.push(() => store.close())
  return { ...store, folder, lazyFailures }
}
