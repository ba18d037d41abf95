import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform } from 'node:os'
import path from 'node:path'
import { version } from '../../package.json'
import { openBench } from './bench'
import { type BenchOptions, parseBenchOptions, USAGE } from './options'
import { benchAuthorize } from './suites/authorize'
import { benchEvents } from './suites/events'
import { benchStartUp } from './suites/startUp'
import { authorizeTable, eventsTable, startUpTable } from './table'

// This file is `out/bench/main.js` when it runs.
const project = path.resolve(import.meta.dirname, '../..')

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})

async function run(argv: readonly string[]): Promise<void> {
  const options = parseBenchOptions(argv, project)
  if (options.help) return void process.stdout.write(USAGE)
  const bench = openBench(options, project)
  try {
    const authorize = options.only.includes('a') ? await shown(benchAuthorize(bench), authorizeTable) : null
    const events = options.only.includes('b') ? await shown(benchEvents(bench), eventsTable) : null
    const startUp = options.only.includes('c') ? await shown(benchStartUp(bench), startUpTable) : null
    process.stdout.write(`\nResults: ${save(options, { authorize, events, startUp })}\n`)
  } finally {
    await bench.close()
  }
}

async function shown<Result>(measuring: Promise<Result>, table: (result: Result) => string): Promise<Result> {
  const result = await measuring
  process.stdout.write(`\n${table(result)}\n`)
  return result
}

/** Writes the run as JSON and gives the file's name. */
function save({ results, rounds, seconds }: BenchOptions, measured: object): string {
  const at = new Date().toISOString()
  const machine = {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
  }
  mkdirSync(results, { recursive: true })
  const file = path.join(results, `${at.replaceAll(':', '-')}.json`)
  writeFileSync(file, `${JSON.stringify({ at, version, machine, rounds, seconds, ...measured }, null, 2)}\n`)
  return file
}
