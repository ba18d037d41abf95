import type { PowerPoint, SitePower } from '@shared/contract/power'
import { METERS, type Meter, MeterReading } from '@shared/devices/meterReading'
import { ownTopics } from '@shared/devices/policy'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { Store } from '../../store/open'
import {
  deleteMeterPowerBefore,
  type MeterPowerRow,
  meterPowerSince,
  saveMeterPower,
} from '../../store/queries/meterPower'

export interface MeterLimits {
  /** How long a reading counts as present, in milliseconds. */
  readonly freshMs: number
  /** Meters that are heard at the same time. */
  readonly meters: number
  /** Longest payload that is looked at, in bytes. */
  readonly payloadBytes: number
  /** How long means are kept, in milliseconds. */
  readonly keptMs: number
  /** How often the chargers are asked at most while meters tell something, in milliseconds. */
  readonly chargersMs: number
}

export const METER_LIMITS: MeterLimits = {
  freshMs: 5 * 60_000,
  meters: 20,
  payloadBytes: 4_096,
  keptMs: 31 * 24 * 3_600_000,
  chargersMs: 1_000,
}

/** The power of the site, as its meters publish it to their outboxes. */
export interface Meters {
  /** Looks at what a client published. */
  take(message: { readonly clientId: string; readonly topic: string; readonly payload: Buffer }): void
  now(): SitePower
  history(hours: number): { stepMs: number; points: PowerPoint[] }
  close(): void
}

interface Reading {
  readonly meter: Meter
  readonly powerW: number
  readonly at: number
}

/** Sum and number of what was heard in a minute. */
interface Mean {
  sum: number
  count: number
}

const MINUTE = 60_000
/** Most points of a history: about as many as a chart has room for. */
const POINTS = 300

export function createMeters(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  /** What the chargers say they deliver together, in watts. */
  readonly chargersW: () => number
  readonly limits?: Partial<MeterLimits>
}): Meters {
  const { store, clock, changes } = deps
  const limits = { ...METER_LIMITS, ...deps.limits }
  /** By client and meter, the longest silent first. */
  const readings = new Map<string, Reading>()
  let minute = 0
  let means = new Map<MeterPowerRow['meter'], Mean>()
  let lastAt: number | null = null
  /** When the chargers were counted last. */
  let chargersAt = Number.NEGATIVE_INFINITY
  /** Shows that a meter has fallen silent. */
  let silence: NodeJS.Timeout | undefined

  const sumOf = (meter: Meter, now: number): number | null => {
    let sum: number | null = null
    for (const reading of readings.values()) {
      if (reading.meter === meter && reading.at > now - limits.freshMs) sum = (sum ?? 0) + reading.powerW
    }
    return sum
  }

  const count = (meter: MeterPowerRow['meter'], powerW: number) => {
    const mean = means.get(meter) ?? { sum: 0, count: 0 }
    mean.sum += powerW
    mean.count += 1
    means.set(meter, mean)
  }

  /** Writes down the minute that is over. */
  const turn = (now: number) => {
    const next = Math.floor(now / MINUTE)
    if (next === minute) return
    const rows = [...means].map(([meter, { sum, count: heard }]) => ({ meter, minute, power_w: sum / heard }))
    means = new Map()
    minute = next
    if (rows.length === 0) return
    store.writer.writeSoon((db) => {
      for (const row of rows) saveMeterPower(db, row)
      deleteMeterPowerBefore(db, next - Math.floor(limits.keptMs / MINUTE))
    })
  }

  return {
    take({ clientId, topic, payload }) {
      if (!ownTopics(clientId).write.includes(topic) || payload.length > limits.payloadBytes) return
      const reading = readReading(payload)
      if (!reading) return
      const now = clock()
      turn(now)
      const key = `${clientId} ${reading.meter}`
      readings.delete(key)
      if (readings.size >= limits.meters) {
        const [longestSilent] = readings.keys()
        if (longestSilent !== undefined) readings.delete(longestSilent)
      }
      readings.set(key, { ...reading, at: now })
      lastAt = now
      // The sum and not the reading: there may be several of a kind.
      for (const meter of METERS) {
        const sum = meter === reading.meter ? sumOf(meter, now) : null
        if (sum !== null) count(meter, sum)
      }
      // Not with each message: it is a query, and a meter may tell much.
      if (Math.abs(now - chargersAt) >= limits.chargersMs) {
        chargersAt = now
        count('chargers', deps.chargersW())
      }
      clearTimeout(silence)
      silence = setTimeout(() => changes.emit('power', 0), limits.freshMs + 1)
      silence.unref()
      changes.emit('power', 0)
    },

    now() {
      const now = clock()
      return {
        gridW: sumOf('grid', now),
        solarW: sumOf('solar', now),
        batteryW: sumOf('battery', now),
        chargersW: deps.chargersW(),
        at: lastAt,
      }
    },

    history(hours) {
      const now = clock()
      turn(now)
      const step = Math.max(1, Math.ceil((hours * 60) / POINTS))
      const from = Math.floor(now / MINUTE) - hours * 60
      const points = new Map<number, PowerPoint>()
      for (const row of meterPowerSince(store.read, from, step)) {
        const at = row.minute * MINUTE
        const point = points.get(at) ?? { at, gridW: null, solarW: null, batteryW: null, chargersW: null }
        points.set(at, { ...point, [`${row.meter}W`]: row.power_w })
      }
      return { stepMs: step * MINUTE, points: [...points.values()] }
    },

    close() {
      clearTimeout(silence)
      // What was heard of the present minute.
      if (means.size > 0) turn((minute + 1) * MINUTE)
    },
  }
}

function readReading(payload: Buffer): MeterReading | null {
  let value: unknown
  try {
    value = JSON.parse(payload.toString('utf8'))
  } catch {
    return null
  }
  return MeterReading.safeParse(value).data ?? null
}
