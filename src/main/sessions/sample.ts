/** One sampled value in neutral form, as both protocol versions can express it. */
export interface Sample {
  /** By the station's clock, milliseconds since 1970 UTC. */
  readonly at: number
  readonly value: number
  readonly measurand: string
  readonly phase: string | null
  readonly unit: string | null
  /** Power of ten the value is to be multiplied by (2.x unitOfMeasure.multiplier); 0 when there is none. */
  readonly multiplier: number
  readonly location: string | null
}

/** Energy register and power at one moment; null where the station did not report that quantity. */
export interface MeterReading {
  readonly at: number
  readonly energyWh: number | null
  readonly powerW: number | null
}

const ENERGY = 'Energy.Active.Import.Register'
const POWER = 'Power.Active.Import'

/** Units of energy and power that stations send, as a factor to Wh or W. The schemas' defaults are Wh and W. */
const FACTORS: Readonly<Record<string, number>> = { Wh: 1, kWh: 1000, W: 1, kW: 1000 }

/** Where the delivered energy is measured; what a car or a body sensor says is another quantity. */
const AT_THE_PLUG = new Set<string | null>([null, 'Outlet', 'Cable'])

/**
 * The energy and power readings among samples, one a moment, in time order. A sum over phases is used only where the
 * station gave no total of its own; samples of other quantities are left to the raw event.
 */
export function toReadings(samples: readonly Sample[]): MeterReading[] {
  const [first] = samples
  if (!first) return []
  // Nearly always one moment.
  if (samples.every(({ at }) => at === first.at)) return readingsAt(first.at, samples)
  const moments = [...new Set(samples.map(({ at }) => at))].sort((a, b) => a - b)
  return moments.flatMap((at) =>
    readingsAt(
      at,
      samples.filter((sample) => sample.at === at),
    ),
  )
}

function readingsAt(at: number, samples: readonly Sample[]): MeterReading[] {
  const energyWh = quantity(samples, ENERGY)
  const powerW = quantity(samples, POWER)
  return energyWh === null && powerW === null ? [] : [{ at, energyWh, powerW }]
}

/** L1, L2, L3 and L1-N, L2-N, L3-N add up; L1-L2 and the like are between phases and do not. */
const ADDS_UP = /^L[123](-N)?$/

function quantity(samples: readonly Sample[], measurand: string): number | null {
  let sum: number | null = null
  for (const sample of samples) {
    if (sample.measurand !== measurand || !AT_THE_PLUG.has(sample.location)) continue
    const value = sample.value * 10 ** sample.multiplier * (FACTORS[sample.unit ?? 'W'] ?? Number.NaN)
    if (!Number.isFinite(value)) continue
    if (sample.phase === null) return value
    if (ADDS_UP.test(sample.phase)) sum = (sum ?? 0) + value
  }
  return sum
}
