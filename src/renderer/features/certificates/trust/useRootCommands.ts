import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { InstalledUse, ReportedHash, RootCommandOutcome, SiteRootChoice } from '@shared/contract/roots'
import type { Station } from '@shared/contract/stations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNotPossibleWords } from '../../commands/useNotPossibleWords'

type Outcome = RootCommandOutcome | { readonly kind: 'no-such-root' | 'not-there' | 'needed' }

/** Tells a station something about its roots, and says what became of that. */
export function useRootCommands({ id: stationId, identity }: Station) {
  const { t } = useTranslation('roots')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const why = useNotPossibleWords()
  const tell = useMutation({
    mutationFn: (run: () => Promise<Outcome>) => run(),
    onSuccess: (outcome) => {
      // The question that follows says it.
      if (outcome.kind === 'needed') return
      const isGood = outcome.kind === 'sent' || outcome.kind === 'waiting'
      const text = outcome.kind === 'not-possible' ? why(outcome.reason) : t(`outcome.${outcome.kind}`, { identity })
      notice({ text, severity: isGood ? 'success' : 'warning' })
    },
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: orpc.roots.key() }),
  })
  return {
    isBusy: tell.isPending,
    ask: () => tell.mutate(() => client.roots.ask({ stationId })),
    install: (root: SiteRootChoice) => tell.mutate(() => client.roots.install({ stationId, root })),
    remove: (use: InstalledUse, hash: ReportedHash, evenIfNeeded: boolean) =>
      tell.mutate(() => client.roots.remove({ stationId, use, hash, evenIfNeeded })),
  }
}
