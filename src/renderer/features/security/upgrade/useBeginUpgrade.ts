import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { UpgradeStart } from '@shared/contract/upgrades'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Wanted } from './UpgradeChoice'

/** Begins upgrades. @param onBegun told what became of each */
export function useBeginUpgrade(onBegun: (outcomes: readonly UpgradeStart[]) => void) {
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ stationIds, wanted }: { readonly stationIds: number[]; readonly wanted: Wanted }) =>
      client.upgrades.start({ stationIds, ...wanted }),
    onSuccess: onBegun,
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: orpc.upgrades.key() }),
  })
  return { begin: (stationIds: number[], wanted: Wanted) => mutate({ stationIds, wanted }), isPending }
}
