import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import type { FrameFilter } from '@shared/contract/frames'
import { FRAME_DIRECTIONS, type FrameDirection } from '@shared/ocpp/frame'

/** What a person has chosen to see; '' is everything. */
export interface FrameChoices {
  readonly search: string
  /** The station's id as text. */
  readonly station: string
  readonly action: string
  readonly direction: FrameDirection | ''
  /** Whether only frames with a finding are shown. */
  readonly problems: '' | 'only'
}

export const FRAME_CHOICES: ListFilterSpec<FrameChoices> = {
  widest: { search: '', station: '', action: '', direction: '', problems: '' },
  choices: { direction: ['', ...FRAME_DIRECTIONS], problems: ['', 'only'] },
  typed: ['search'],
}

/** The choices as the contract takes them. */
export function toFrameFilter(choices: FrameChoices): Partial<FrameFilter> {
  const { search, station, action, direction, problems } = choices
  return {
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(station === '' ? {} : { stationId: Number(station) }),
    ...(action === '' ? {} : { action }),
    ...(direction === '' ? {} : { direction }),
    ...(problems === 'only' ? { problems: true } : {}),
  }
}
