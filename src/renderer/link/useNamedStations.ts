import type { Station } from '@shared/contract/stations'
import type { LiveState } from './feedHub'
import { feeds } from './feeds'
import type { FeedEntries } from './liveSource'
import { useSelected } from './useSelected'

const NAMES = ['id', 'identity', 'label', 'admission', 'vendor', 'model', 'serialNumber'] as const

/** What tells a station from others; nothing that changes while it works. */
export type NamedStation = Pick<Station, (typeof NAMES)[number]>

const NONE: readonly NamedStation[] = []

/** Every station by what names it; draws anew when one comes, goes or is called otherwise, and not at what they do. */
export function useNamedStations(): readonly NamedStation[] {
  return useSelected(feeds.stations, listOf, isNamedAlike)
}

function listOf({ data }: LiveState<FeedEntries<Station>>): readonly NamedStation[] {
  return data?.list ?? NONE
}

function isNamedAlike(before: readonly NamedStation[], after: readonly NamedStation[]): boolean {
  if (before.length !== after.length) return false
  return before.every((station, at) => {
    const other = after[at]
    return station === other || (other !== undefined && NAMES.every((name) => station[name] === other[name]))
  })
}
