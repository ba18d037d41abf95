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
  const moments = [...new Set(samples.map((sample) => sample.at))].sort((a, b) => a - b)
  return moments
    .map((at) => {
      const then = samples.filter((sample) => sample.at === at)
      return { at, energyWh: quantity(then, ENERGY), powerW: quantity(then, POWER) }
    })
    .filter((reading) => reading.energyWh !== null || reading.powerW !== null)
}

function quantity(samples: readonly Sample[], measurand: string): number | null {
  const values = samples.flatMap((sample) => {
    const value = sample.value * 10 ** sample.multiplier * (FACTORS[sample.unit ?? 'W'] ?? Number.NaN)
    const usable = sample.measurand === measurand && AT_THE_PLUG.has(sample.location) && Number.isFinite(value)
    return usable ? [{ phase: sample.phase, value }] : []
  })
  const total = values.find((entry) => entry.phase === null)
  if (total) return total.value
  // L1, L2, L3 and L1-N, L2-N, L3-N add up; L1-L2 and the like are between phases and do not.
  const phases = values.filter((entry) => entry.phase !== null && /^L[123](-N)?$/.test(entry.phase))
  return phases.length > 0 ? phases.reduce((sum, entry) => sum + entry.value, 0) : null
}
