import path from 'node:path'
import { parseArgs } from 'node:util'

export const SUITES = [
  'a',
  'b',
  'c',
  'fleet',
  'storm',
  'tls-storm',
  'handshakes',
  'live',
  'log',
  'ledger',
  'cards',
  'desk',
  'mqtt',
  'screens',
  'changing',
] as const
export type SuiteName = (typeof SUITES)[number]

/** What is measured, for how long, and where the results go. */
export interface BenchOptions {
  readonly only: readonly SuiteName[]
  /** Of one measurement; there are rounds × servers × fleet sizes of them. */
  readonly seconds: number
  readonly rounds: number
  /** Numbers of chargers of (a); the largest also bounds (b) and (c), and with `quick` the others. */
  readonly fleetSizes: readonly number[]
  /** Folder for the JSON of this run, and for profiles. */
  readonly results: string
  /** Folder on the disk that is to be measured; null for the system's temporary folder. */
  readonly disk: string | null
  readonly profile: boolean
  /** Few chargers: only shows that everything works. */
  readonly quick: boolean
  /** Sessions of the ledger that is searched; each has fifty readings. */
  readonly sessions: number
  readonly help: boolean
}

export const USAGE = `npm run bench -- [options]

  --only a,b,…     a: Authorize round trips, b: durable TransactionEvents, c: start and memory,
                   fleet: 5,000 chargers that say little, storm: 1,000 come back at once,
                   tls-storm: the same with certificates, handshakes: mutual TLS handshakes,
                   live: 1,000 with a meter value a second and a screen that watches,
                   log: Authorize with and without the live log,
                   ledger: finding and exporting sessions,
                   cards: 50,000 of them presented, found and imported,
                   desk: approving many requests, and a desk full of them,
                   mqtt: QoS 1 beside bare aedes, and chargers beside a saturated broker,
                   screens: the console in Chromium, its first load and every page of a full database,
                   changing: the same while 500 chargers change, a minute a page and ten for memory (default: all)
  --seconds N      length of one measurement (default: 1.5)
  --rounds N       measurements of each server, in turn; medians are shown (default: 5)
  --chargers N,N   fleet sizes of (a) (default: 1,100,1000)
  --sessions N     size of the ledger (default: 1000000, which takes 2 GB of disk for the time being)
  --quick          one short round with few chargers: shows that it works, says nothing about speed
  --disk DIR       folder whose disk is written to (default: the system's temporary folder)
  --results DIR    folder for the results as JSON (default: bench-results)
  --profile        leave a CPU profile of every server in the results folder
`

/** Reads the command line; throws a sentence for what it can't take. */
export function parseBenchOptions(argv: readonly string[], project: string): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      chargers: { type: 'string' },
      sessions: { type: 'string' },
      quick: { type: 'boolean', default: false },
      disk: { type: 'string' },
      results: { type: 'string' },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { quick } = values
  return {
    only: values.only === undefined ? SUITES : values.only.split(',').map(suite),
    seconds: positive('--seconds', values.seconds ?? (quick ? '0.2' : '1.5')),
    rounds: Math.ceil(positive('--rounds', values.rounds ?? (quick ? '1' : '5'))),
    fleetSizes: (values.chargers ?? (quick ? '1,5' : '1,100,1000')).split(',').map((size) => fleetSize(size)),
    results: path.resolve(project, values.results ?? 'bench-results'),
    disk: values.disk === undefined ? null : path.resolve(values.disk),
    profile: values.profile,
    quick,
    sessions: ledgerSize(values.sessions ?? (quick ? '2000' : '1000000')),
    help: values.help,
  }
}

function suite(name: string): SuiteName {
  const found = SUITES.find((known) => known === name)
  if (!found) throw new Error(`--only takes ${SUITES.join(', ')}, not "${name}"`)
  return found
}

function positive(option: string, text: string): number {
  const value = Number(text)
  if (!(value > 0 && value <= 600)) throw new Error(`${option} takes a number up to 600, not "${text}"`)
  return value
}

function fleetSize(text: string): number {
  const value = Number(text)
  if (!(Number.isInteger(value) && value >= 1 && value <= 1_000)) {
    throw new Error(`--chargers takes whole numbers from 1 to 1000, not "${text}"`)
  }
  return value
}

function ledgerSize(text: string): number {
  const value = Number(text)
  if (!(Number.isInteger(value) && value >= 100 && value <= 10_000_000)) {
    throw new Error(`--sessions takes whole numbers from 100 to 10000000, not "${text}"`)
  }
  return value
}
