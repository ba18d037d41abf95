import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** What a person may do about a way that is under way. */
export type UpgradeAction = 'retry' | 'doneByHand' | 'rollBack'

/** Says a person's word about the way of a station; what did not fit any more is told. */
export function useUpgradeActions(stationId: number) {
  const { t } = useTranslation('upgrades')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const { mutate, isPending } = useMutation({
    mutationFn: (action: UpgradeAction) => client.upgrades[action]({ stationId }),
    onSuccess: ({ kind }) => {
      if (kind !== 'done') notice({ text: t(`outcome.${kind}`), severity: 'warning' })
    },
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: orpc.upgrades.key() }),
  })
  return { say: mutate, isPending }
}
