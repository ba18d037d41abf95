import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { aliases } from '../../vite.aliases'

/** Builds the console as it is in the tree into a folder of its own; `remove` deletes the folder. */
export async function buildConsole(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'chargehand-console-'))
  // The test runner's own value would give React's development build.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await build({
      configFile: false,
      root: fileURLToPath(new URL('../../src/renderer', import.meta.url)),
      base: './',
      logLevel: 'error',
      resolve: { alias: aliases },
      plugins: [react()],
      build: { outDir: folder, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 2_000 },
    })
  } finally {
    process.env.NODE_ENV = NODE_ENV
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
