import type { Site } from '../openedSite'
import { countRunning } from '../store/queries/sessionFigures'
import { certificateEnds } from './certificateEnds'

/** What a scraper is given. */
export interface Exposition {
  /** The `Content-Type`, which names the version of the format. */
  readonly type: string
  readonly text: string
}

export type MetricsSite = Pick<Site, 'state' | 'store' | 'frames' | 'cards' | 'backups' | 'portChoices' | 'authority'>

const JOULES_PER_WH = 3_600

/**
 * The figures of a running site in Prometheus' text format, read anew for every scrape. Names follow its conventions
 * (base units, `_total` for what only grows). Labels are words of the program: no card, name, charger or address.
 */
export async function createMetrics(site: MetricsSite): Promise<() => Promise<Exposition>> {
  // Loaded with the first site that wants it: the others pay nothing.
  const { Registry, Gauge, Counter, collectDefaultMetrics } = await import('prom-client')
  const registry = new Registry()
  const registers = [registry]
  // Memory, processor time, handles and the delay of the event loop, as every Node program tells them.
  collectDefaultMetrics({ register: registry })

  const gauge = (name: string, help: string, read: () => number | null) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const value = read()
        // What is not known is left out, not called nought.
        if (value === null) this.remove()
        else this.set(value)
      },
    })
  const labelled = (name: string, help: string, label: string, read: () => Iterable<readonly [string, number]>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset()
        for (const [word, value] of read()) this.set({ [label]: word }, value)
      },
    })
  const counted = (name: string, help: string, label: string, read: () => Iterable<readonly [string, number]>) =>
    new Counter({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset()
        for (const [word, value] of read()) this.inc({ [label]: word }, value)
      },
    })

  const state = () => site.state()
  gauge('chargehand_chargers_admitted', 'Chargers that were admitted.', () => state().stations.admitted)
  gauge('chargehand_chargers_connected', 'Admitted chargers that are connected.', () => state().stations.connected)
  gauge('chargehand_sessions_running', 'Charging sessions that have not ended.', () => countRunning(site.store.read))
  gauge('chargehand_power_watts', 'Power that all running sessions draw.', () => state().today.powerW)
  gauge(
    'chargehand_energy_today_joules',
    'Energy delivered since midnight of this computer’s time zone.',
    () => state().today.energyWh * JOULES_PER_WH,
  )
  labelled('chargehand_waiting', 'What waits for a decision by a person.', 'kind', () => {
    const { stations, requests, unknownCards } = state().waiting
    return Object.entries({ charger: stations, certificate_request: requests, unknown_card: unknownCards })
  })
  counted('chargehand_frames_total', 'OCPP frames since the program began.', 'direction', () =>
    Object.entries(site.frames.counted()),
  )
  counted('chargehand_authorizations_total', 'Presented cards since the program began.', 'decision', () =>
    site.cards.presentedByStatus(),
  )
  gauge('chargehand_backup_timestamp_seconds', 'When the newest backup was made, in seconds since 1970.', () => {
    const { saved, planned } = site.backups.state()
    const made = [saved, planned].flatMap((run) => (run && run.problem === null ? [run.at] : []))
    return made.length === 0 ? null : Math.max(...made) / 1000
  })
  labelled(
    'chargehand_certificate_expiry_timestamp_seconds',
    'When a certificate of the site ends, in seconds since 1970.',
    'certificate',
    () => certificateEnds(site),
  )

  return async () => ({ type: registry.contentType, text: await registry.metrics() })
}
