import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { programAliases } from '../vite.aliases.ts'
import { ensureBuilt, PROJECT } from './build.mjs'

// `npm run bench`: bundles the benchmark's processes from the tree as it is, the way the program is bundled, and runs
// them. Start and memory are measured on the built program itself.
const at = (file) => path.join(PROJECT, file)
const OUT = at('out/bench')
const ENTRIES = ['load', 'bareTls', 'desk', 'echo', 'ledger', 'mqttBare', 'mqttLoad', 'ocppRpc', 'screen', 'site']

export async function buildBench() {
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    resolve: { alias: programAliases },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: OUT,
      emptyOutDir: true,
      rollupOptions: {
        // What the program is compared with is measured as it is installed.
        external: (id, importer) =>
          ['better-sqlite3', 'ocpp-rpc', 'playwright-core'].includes(id) ||
          (id === 'aedes' && /mqttBare/.test(importer ?? '')),
        input: {
          main: at('test/bench/main.ts'),
          framesWorker: at('src/main/frames/worker/main.ts'),
          ...Object.fromEntries(ENTRIES.map((name) => [name, at(`test/bench/entries/${name}.ts`)])),
        },
        output: { strictExecutionOrder: true },
      },
    },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!ensureBuilt()) process.exit(1)
  await buildBench()
  const { status } = spawnSync(process.execPath, [path.join(OUT, 'main.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
