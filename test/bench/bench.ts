import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, type EntryName, type Server, startChild, startServer } from './child'
import type { BenchOptions } from './options'

/** What the suites share: the load generator, a place for data, and servers that all end when the benchmark does. */
export interface Bench {
  readonly project: string
  readonly load: Child
  readonly folder: string
  readonly rounds: number
  readonly seconds: number
  readonly fleetSizes: readonly number[]
  /** Few chargers, whatever a suite is about. */
  readonly quick: boolean
  /** Sessions of the ledger that is searched. */
  readonly sessions: number
  /** Where CPU profiles are left; null when nobody asked for them. */
  readonly profiles: string | null
  server(name: string, entry: EntryName, words?: readonly string[]): Promise<Server>
  /** A site set up with stations and cards, in a folder of its own that stays until the end. */
  site(name: string, words?: readonly string[]): Promise<Server & { readonly folder: string }>
  close(): Promise<void>
}

export function openBench(options: BenchOptions, project: string): Bench {
  const { rounds, seconds, fleetSizes, quick, sessions, disk, profile, results } = options
  const folder = mkdtempSync(path.join(disk ?? tmpdir(), 'chargehand-bench-'))
  const profiles = profile ? path.join(results, 'profiles') : null
  const load = startChild('load')
  const servers: Server[] = []
  const start = async (name: string, entry: EntryName, words: readonly string[]) => {
    const server = await startServer(name, entry, words, profiles)
    servers.push(server)
    return server
  }
  return {
    project,
    load,
    folder,
    rounds,
    seconds,
    fleetSizes,
    quick,
    sessions,
    profiles,
    server: (name, entry, words = []) => start(name, entry, words),
    async site(name, words = []) {
      const home = mkdtempSync(path.join(folder, 'site-'))
      return { ...(await start(name, 'site', ['--folder', home, ...words])), folder: home }
    },
    async close() {
      await Promise.all([load, ...servers].map((child) => child.end()))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
