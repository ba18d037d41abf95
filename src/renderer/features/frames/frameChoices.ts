import type { FrameFilter } from '@shared/contract/frames'
import type { FrameDirection } from '@shared/ocpp/frame'

/** What a person has chosen to see; '' is everything. */
export interface FrameChoices {
  readonly search: string
  /** The station's id as text. */
  readonly station: string
  readonly action: string
  readonly direction: FrameDirection | ''
  readonly problems: boolean
}

export const EVERYTHING: FrameChoices = { search: '', station: '', action: '', direction: '', problems: false }

/** True when something is left out. */
export function isNarrowed({ search, station, action, direction, problems }: FrameChoices): boolean {
  return search.trim() !== '' || station !== '' || action !== '' || direction !== '' || problems
}

/** The choices as the contract takes them. */
export function toFrameFilter(choices: FrameChoices): Partial<FrameFilter> {
  const { search, station, action, direction, problems } = choices
  return {
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(station === '' ? {} : { stationId: Number(station) }),
    ...(action === '' ? {} : { action }),
    ...(direction === '' ? {} : { direction }),
    ...(problems ? { problems } : {}),
  }
}
