import type { StationTolerance } from '@shared/contract/tolerance'
import type { Quirk } from '@shared/ocpp/quirks'

type Sighted = StationTolerance['sighted'][number]

/** One departure of a station, wherever it was met. */
export interface QuirkEntry {
  readonly quirk: Quirk
  readonly accepted: boolean
  /** Where it was met, the latest first; empty for one that is refused and was never met since. */
  readonly places: readonly Sighted[]
}

/** The departures of a station, the one that was met last first, and then what is refused without having been met. */
export function groupQuirks({ sighted, refused }: Pick<StationTolerance, 'sighted' | 'refused'>): QuirkEntry[] {
  const latest = sighted.toSorted((a, b) => b.lastAt - a.lastAt)
  const quirks = new Set<Quirk>([...latest.map(({ quirk }) => quirk), ...refused])
  return [...quirks].map((quirk) => ({
    quirk,
    accepted: !refused.includes(quirk),
    places: latest.filter((entry) => entry.quirk === quirk),
  }))
}
