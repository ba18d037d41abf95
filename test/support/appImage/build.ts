import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { programAliases } from '../../../vite.aliases'
import { PROJECT } from '../runningProgram'

const at = (...file: string[]) => path.join(PROJECT, ...file)

/**
 * Makes the folder of a program that was built as an AppImage is, by somebody with these release keys: its entry is
 * bundled anew, everything else is what `npm run build` left.
 */
export async function buildAppImage(folder: string, releaseKeys: object): Promise<void> {
  const main = path.join(folder, 'out/main')
  mkdirSync(main, { recursive: true })
  for (const name of ['node_modules', 'resources', 'out/renderer', 'out/preload']) {
    symlinkSync(at(name), path.join(folder, name))
  }
  cpSync(at('package.json'), path.join(folder, 'package.json'))
  writeFileSync(path.join(folder, 'keys.json'), JSON.stringify(releaseKeys))
  // Threads and processes of the program lie beside its entry.
  for (const name of readdirSync(at('out/main'))) {
    if (name !== 'index.js' && name !== 'chunks') symlinkSync(at('out/main', name), path.join(main, name))
  }
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    resolve: { alias: programAliases },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: main,
      emptyOutDir: false,
      rollupOptions: {
        external: ['electron', 'better-sqlite3', 'koffi'],
        input: { index: at('test/support/appImage/entry.ts') },
        output: { strictExecutionOrder: true },
      },
    },
  })
}
