import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { RootKey, RootKeyRefusal } from '@shared/contract/rollover'
import type { ManyOutcome } from '@shared/contract/roots'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What is asked for; `evenSo` after a person was told which chargers would not connect any more. */
export type Wish =
  | { readonly kind: 'prepare' | 'replace-issuing'; readonly rootKey: RootKey | null }
  | { readonly kind: 'cancel' | 'switch'; readonly evenSo: boolean }
  | {
      readonly kind: 'retire'
      readonly role: 'root' | 'issuing'
      readonly authorityId: number
      readonly evenSo: boolean
    }

/** What can not be undone, or not without trouble. */
export type Asked = Extract<Wish, { readonly evenSo: boolean }>

/** A wish that would cost chargers their connection, and which. */
export interface Losing {
  readonly wish: Asked
  readonly stations: readonly string[]
}

type Outcome =
  | { readonly kind: 'done'; readonly told?: ManyOutcome }
  | { readonly kind: 'would-lose'; readonly stations: readonly string[] }
  | { readonly kind: 'not-now' | 'root-ended' | RootKeyRefusal }

/** Goes on with the replacement of the authority, one wish at a time. */
export function useRollOver() {
  const { t } = useTranslation('rollOver')
  const { rollOver } = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const [losing, setLosing] = useState<Losing | null>(null)

  const ask = async (wish: Wish): Promise<Outcome> => {
    switch (wish.kind) {
      case 'prepare':
        return rollOver.prepareRoot({ rootKey: wish.rootKey })
      case 'replace-issuing':
        return rollOver.replaceIssuing({ rootKey: wish.rootKey })
      case 'cancel':
        return rollOver.cancelRoot({ evenSo: wish.evenSo })
      case 'switch':
        return rollOver.switchRoot({ evenSo: wish.evenSo })
      case 'retire':
        return rollOver.retire({ authorityId: wish.authorityId, evenSo: wish.evenSo })
    }
  }
  const wished = useMutation({
    mutationFn: ask,
    onSuccess: (outcome, wish) => {
      if (outcome.kind === 'would-lose') {
        if ('evenSo' in wish) setLosing({ wish, stations: outcome.stations })
        return
      }
      setLosing(null)
      if (outcome.kind !== 'done') notice({ text: t(`refused.${outcome.kind}`), severity: 'warning' })
      else if (outcome.told && wish.kind === 'retire' && wish.role === 'root')
        notice({ text: t('root.retire.done', { ...outcome.told }) })
      else notice({ text: t(`done.${DONE[wish.kind]}`) })
    },
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: orpc.rollOver.key() })
      void queries.invalidateQueries({ queryKey: orpc.certificates.key() })
    },
  })
  return {
    wish: wished.mutate,
    isBusy: wished.isPending,
    losing,
    dropLosing: () => setLosing(null),
  }
}

const DONE = {
  prepare: 'prepared',
  'replace-issuing': 'replaced',
  cancel: 'dropped',
  switch: 'switched',
  retire: 'retired',
} as const
