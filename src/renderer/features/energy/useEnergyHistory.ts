import { useClient } from '@renderer/link'
import type { EnergyStep } from '@shared/contract/energyHistory'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

export interface EnergyAsked {
  readonly step: EnergyStep
  readonly from: number
  readonly to: number
  readonly stationId?: number | undefined
}

/** How often the picture of a time that is not over is made anew, in milliseconds. */
const REFETCH_MS = 60_000
/** The same while there is nothing in it: whoever waits for the first kilowatt-hour is not to wait a minute. */
const REFETCH_EMPTY_MS = 5_000

/**
 * What was delivered over time. Its key is none of the sessions': it would be asked for again with every reading of every
 * charger, and looks at all sessions of its time.
 * @param goesOn whether the time is not over, so that there will be more
 */
export function useEnergyHistory(asked: EnergyAsked, goesOn: boolean) {
  const client = useClient()
  return useQuery({
    queryKey: ['energy-history', asked],
    queryFn: ({ signal }) => client.sessions.energyHistory(asked, { signal }),
    refetchInterval: ({ state }) => goesOn && (state.data?.stations.length === 0 ? REFETCH_EMPTY_MS : REFETCH_MS),
    placeholderData: keepPreviousData,
  })
}
