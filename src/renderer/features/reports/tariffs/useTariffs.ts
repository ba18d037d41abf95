import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'

/** All tariffs, with the currency that they are in. */
export function useTariffs() {
  return useQuery(useOrpc().tariffs.list.queryOptions())
}

export type ListedTariff = NonNullable<ReturnType<typeof useTariffs>['data']>['tariffs'][number]
