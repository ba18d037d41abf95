import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import { ofStation } from '@renderer/components/list/oneStationFilter'
import type { FrameFilter } from '@shared/contract/frames'
import { FRAME_DIRECTIONS } from '@shared/ocpp/frame'

/** Whence frames come; '' for both. */
export const DIRECTIONS = ['', ...FRAME_DIRECTIONS] as const

/** What a person has chosen to see; '' is everything. */
export interface FrameChoices {
  readonly search: string
  /** The station's id as text. */
  readonly station: string
  readonly action: string
  readonly direction: (typeof DIRECTIONS)[number]
  /** Whether only frames with a finding are shown. */
  readonly problems: '' | 'only'
}

export const FRAME_CHOICES: ListFilterSpec<FrameChoices> = {
  widest: { search: '', station: '', action: '', direction: '', problems: '' },
  choices: { direction: DIRECTIONS, problems: ['', 'only'] },
  typed: ['search'],
}

/** The choices as the contract takes them. */
export function toFrameFilter(choices: FrameChoices): Partial<FrameFilter> {
  const { search, station, action, direction, problems } = choices
  return {
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...ofStation({ station }),
    ...(action === '' ? {} : { action }),
    ...(direction === '' ? {} : { direction }),
    ...(problems === 'only' ? { problems: true } : {}),
  }
}
