import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { aliases, programAliases } from './vite.aliases.ts'
import { asciiFiles } from './vite.ascii.ts'
import { partWords } from './vite.words.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Electron 33 (Chromium 130, Node 20) is the oldest runtime the tests use; newer ones run the same output.
const NODE_TARGET = 'node20'
const BROWSER_TARGET = 'chrome130'

/** The words of a namespace in a language are found by their name: `words-de-cards-….js`. */
const wordsName = (file: string | null) => {
  const [, language, namespace] = /[\\/](?:i18n|words)[\\/]([a-z]{2})[\\/](\w+)\.ts$/.exec(file ?? '') ?? []
  return namespace && `assets/words-${language}-${namespace}-[hash].js`
}

// Everything but the native modules is bundled: fewer files to open at start, and nothing of node_modules to ship.
const NATIVE = ['better-sqlite3', 'koffi']

export default defineConfig({
  main: {
    resolve: { alias: programAliases },
    plugins: [asciiFiles],
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rollupOptions: {
        external: NATIVE,
        input: {
          index: at('src/main/index.ts'),
          headless: at('src/main/headless.ts'),
          charger: at('src/simulator/cli.ts'),
          // Threads and processes of the program, each started from a file of its own.
          framesWorker: at('src/main/frames/worker/main.ts'),
          backupWorker: at('src/main/backup/worker/main.ts'),
          readerProcess: at('src/main/readers/process/main.ts'),
        },
        // Modules run in the order of their imports, also across chunks: @peculiar/x509 needs reflect-metadata first.
        // Without blanks and comments the program takes 4 MB less memory; names stay, for what the log says of a fault.
        output: {
          strictExecutionOrder: true,
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    resolve: { alias: aliases },
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      // A sandboxed preload script has to be CommonJS.
      rollupOptions: { input: at('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: at('src/renderer'),
    resolve: { alias: aliases },
    plugins: [partWords, react()],
    // electron-vite minifies nothing by itself; a third of the time until the first page is seen goes into reading code.
    build: {
      target: BROWSER_TARGET,
      minify: 'oxc',
      rollupOptions: {
        input: at('src/renderer/index.html'),
        output: { chunkFileNames: ({ facadeModuleId }) => wordsName(facadeModuleId) ?? 'assets/[name]-[hash].js' },
      },
    },
  },
})
