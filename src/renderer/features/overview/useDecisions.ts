import type { Station } from '@shared/contract/stations'
import { useMemo } from 'react'
import type { LiveState } from '../../link/feedHub'
import { feeds, values } from '../../link/feeds'
import { type FeedEntries, isSameList } from '../../link/liveSource'
import { useFeed, useLatest } from '../../link/useFeed'
import { useSelected } from '../../link/useSelected'
import { type Decision, decisionsOf, isAsking } from './decisions'

const NO_STATIONS: readonly Station[] = []

function askingOf({ data }: LiveState<FeedEntries<Station>>): readonly Station[] {
  return data?.list.filter(isAsking) ?? NO_STATIONS
}

/** Everything that waits for a person, always the newest. */
export function useDecisions(): readonly Decision[] {
  const stations = useSelected(feeds.stations, askingOf, isSameList)
  const unknownCards = useFeed(feeds.unknownCards).entries
  const requests = useFeed(feeds.requests).entries
  const upgrades = useFeed(feeds.openUpgrades).entries
  const backup = useLatest(values.backup).data
  const lastBackup = backup?.plan ? backup.planned : null
  return useMemo(
    () => decisionsOf({ stations, unknownCards, requests, upgrades, lastBackup }),
    [stations, unknownCards, requests, upgrades, lastBackup],
  )
}
