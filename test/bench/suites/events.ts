import path from 'node:path'
import Database from 'better-sqlite3'
import type { Bench } from '../bench'
import { median } from '../median'
import { type Figures, runRounds } from '../rounds'

export interface EventsResult {
  readonly chargers: number
  readonly figures: readonly Figures[]
  /** What one commit of one small row costs on this disk: how much there is to win by sharing it. */
  readonly commitMicroseconds: number
  /** The site against itself with one commit for each event. */
  readonly ofOneCommitEach: number
}

const ONE_EACH = 'one commit each'
const GROUPED = 'chargehand'

/** (b) TransactionEvents that are on disk when they are answered, beside one commit each and beside the bare echo. */
export async function benchEvents(bench: Bench): Promise<EventsResult> {
  const { load, rounds, seconds } = bench
  const chargers = Math.min(100, Math.max(...bench.fleetSizes))
  const echo = await bench.server('bare echo', 'echo')
  const oneEach = await bench.site(ONE_EACH, ['--max-batch', '1'])
  const grouped = await bench.site(GROUPED)
  const figures = await runRounds({
    load,
    contestants: [
      { server: grouped, answering: 'result' },
      { server: oneEach, answering: 'result' },
      { server: echo, answering: 'echo' },
    ],
    work: 'transaction-event',
    chargers,
    rounds,
    seconds,
    reference: echo.name,
  })
  for (const server of [echo, oneEach, grouped]) await server.end()
  const rate = (name: string) => figures.find((entry) => entry.name === name)?.callsPerSecond ?? Number.NaN
  return {
    chargers,
    figures,
    commitMicroseconds: commitCost(path.join(bench.folder, 'commits.db')),
    ofOneCommitEach: rate(GROUPED) / rate(ONE_EACH),
  }
}

/** Median of the time that one durable commit takes, in microseconds. */
function commitCost(file: string): number {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO entry (text) VALUES (?)')
  const times = Array.from({ length: 300 }, () => {
    const from = process.hrtime.bigint()
    insert.run('x'.repeat(100))
    return Number(process.hrtime.bigint() - from) / 1_000
  })
  db.close()
  return median(times)
}
