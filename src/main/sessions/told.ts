import type { SignedValue } from '@shared/contract/sessionEvidence'
import type { Sample } from './sample'

/** A sampled value with the occasion on which it was measured. */
export interface ToldSample extends Sample {
  readonly context: string | null
}

/** Everything that one message measured. */
export interface Told {
  /** By the station's clock; null where the message can't be read. */
  readonly at: number | null
  readonly samples: readonly ToldSample[]
  readonly signed: readonly SignedValue[]
}

export const NOTHING_TOLD: Told = { at: null, samples: [], signed: [] }
