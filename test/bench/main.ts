import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform } from 'node:os'
import path from 'node:path'
import { version } from '../../package.json'
import { type Bench, openBench } from './bench'
import { type BenchOptions, parseBenchOptions, type SuiteName, USAGE } from './options'
import { benchAuthorize } from './suites/authorize'
import { benchCards } from './suites/cards'
import { benchChanging } from './suites/changing'
import { benchDesk } from './suites/desk'
import { benchEvents } from './suites/events'
import { benchFleet } from './suites/fleet'
import { benchHandshakes } from './suites/handshakes'
import { benchLedger } from './suites/ledger'
import { benchLive } from './suites/live'
import { benchLog } from './suites/log'
import { benchMqtt } from './suites/mqtt'
import { benchScreens } from './suites/screens'
import { benchStartUp } from './suites/startUp'
import { benchStorm, benchTlsStorm } from './suites/storm'
import {
  authorizeTable,
  cardsTable,
  changingTable,
  deskTable,
  eventsTable,
  fleetTable,
  handshakesTable,
  ledgerTable,
  liveTable,
  logTable,
  mqttTable,
  screensTable,
  startUpTable,
  stormTable,
  tlsStormTable,
} from './table'

// This file is `out/bench/main.js` when it runs.
const project = path.resolve(import.meta.dirname, '../..')

/** The suites in the order of measuring, and the name of each in the JSON. */
const MEASUREMENTS: readonly { suite: SuiteName; as: string; measure: (bench: Bench) => Promise<unknown> }[] = [
  { suite: 'a', as: 'authorize', measure: shown(benchAuthorize, authorizeTable) },
  { suite: 'b', as: 'events', measure: shown(benchEvents, eventsTable) },
  { suite: 'c', as: 'startUp', measure: shown(benchStartUp, startUpTable) },
  { suite: 'fleet', as: 'fleet', measure: shown(benchFleet, fleetTable) },
  { suite: 'storm', as: 'storm', measure: shown(benchStorm, stormTable) },
  { suite: 'tls-storm', as: 'tlsStorm', measure: shown(benchTlsStorm, tlsStormTable) },
  { suite: 'handshakes', as: 'handshakes', measure: shown(benchHandshakes, handshakesTable) },
  { suite: 'live', as: 'live', measure: shown(benchLive, liveTable) },
  { suite: 'log', as: 'log', measure: shown(benchLog, logTable) },
  { suite: 'mqtt', as: 'mqtt', measure: shown(benchMqtt, mqttTable) },
  { suite: 'ledger', as: 'ledger', measure: shown(benchLedger, ledgerTable) },
  { suite: 'cards', as: 'cards', measure: shown(benchCards, cardsTable) },
  { suite: 'desk', as: 'desk', measure: shown(benchDesk, deskTable) },
  { suite: 'screens', as: 'screens', measure: shown(benchScreens, screensTable) },
  { suite: 'changing', as: 'changing', measure: shown(benchChanging, changingTable) },
]

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})

async function run(argv: readonly string[]): Promise<void> {
  const options = parseBenchOptions(argv, project)
  if (options.help) return void process.stdout.write(USAGE)
  const bench = openBench(options, project)
  try {
    const measured: Record<string, unknown> = {}
    for (const { suite, as, measure } of MEASUREMENTS) {
      if (options.only.includes(suite)) measured[as] = await measure(bench)
    }
    process.stdout.write(`\nResults: ${save(options, measured)}\n`)
  } finally {
    await bench.close()
  }
}

/** Measures, and prints the table as soon as it is there. */
function shown<Result>(measure: (bench: Bench) => Promise<Result>, table: (result: Result) => string) {
  return async (bench: Bench): Promise<Result> => {
    const result = await measure(bench)
    process.stdout.write(`\n${table(result)}\n`)
    return result
  }
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
