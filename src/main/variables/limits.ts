export interface VariableLimits {
  /** Most values that are kept of one station; more are counted and passed over. A large charger has some 1,500. */
  readonly perStation: number
  /** Most parts of one report that are followed. */
  readonly partsPerReport: number
  /** How many reports of a station are remembered. */
  readonly reportsPerStation: number
}

export const VARIABLE_LIMITS: VariableLimits = { perStation: 10_000, partsPerReport: 5_000, reportsPerStation: 20 }
