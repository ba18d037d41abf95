import type { Clock } from '../clock'
import type { Site } from '../openedSite'
import { isOfAll } from '../store/writer'
import { proveWritable } from './writeProbe'

/** Why the program does not do its work though it runs. Codes for machines: docs/service.md says what to do. */
export type Ailment =
  /** The database can't be written: no charger is acknowledged anything. */
  | 'STORE_WRITE_FAILED'
  /** The site is set up, and no charger can connect. */
  | 'NO_CHARGER_PORT'

/**
 * How the program is, for a service manager or a monitor that has not signed in: nothing by name, nothing that belongs
 * to a person, no address.
 */
export interface Health {
  readonly status: 'ok' | 'failing'
  /** Only when it is failing. */
  readonly reason?: Ailment
  readonly version: string
  /** `setup` until the first run: then no port for chargers is missed. */
  readonly phase: 'setup' | 'running'
  readonly uptimeSeconds: number
  readonly chargersConnected: number
}

export interface HealthDeps {
  readonly site: Pick<Site, 'store' | 'state'>
  readonly clock: Clock
  /** How long one proof that the database can be written counts, in milliseconds. */
  readonly provedForMs?: number
}

/** Anybody on this computer may ask as often as they like; the disk is bothered once in so long. */
const PROVED_FOR_MS = 10_000

/** Tells how a site is that has just been opened. */
export function createHealth({ site, clock, provedForMs = PROVED_FOR_MS }: HealthDeps): () => Promise<Health> {
  const startedAt = clock()
  let proof: { readonly at: number; readonly writable: Promise<boolean> } | null = null

  const isWritable = () => {
    const now = clock()
    if (proof === null || now - proof.at >= provedForMs || now < proof.at) {
      proof = { at: now, writable: proveWritable(site.store, now).then(() => true, notWritable) }
    }
    return proof.writable
  }

  return async () => {
    const writable = await isWritable()
    const { version, phase, listeners, stations } = site.state()
    const hasPort = listeners.some(({ url }) => /^wss?:/.test(url))
    const reason = !writable ? 'STORE_WRITE_FAILED' : phase === 'running' && !hasPort ? 'NO_CHARGER_PORT' : null
    return {
      status: reason === null ? 'ok' : 'failing',
      ...(reason === null ? {} : { reason }),
      version,
      phase,
      uptimeSeconds: Math.floor((clock() - startedAt) / 1000),
      chargersConnected: stations.connected,
    }
  }
}

function notWritable(error: unknown): boolean {
  if (isOfAll(error)) return false
  throw error
}
