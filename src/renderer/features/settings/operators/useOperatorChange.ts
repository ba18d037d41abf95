import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSecondPerson } from '../../requests/useSecondPerson'

type Refusal = 'name-taken' | 'too-many' | 'administrator-first' | 'last-administrator'
type Outcome =
  | { readonly kind: 'added' | 'saved' | 'removed' }
  | { readonly kind: Refusal }
  | { readonly kind: 'second-refused'; readonly waitMs: number }

/** Changes who may sign in, and says what became of it; while two people approve, one of the others confirms it. */
export function useOperatorChange() {
  const { t } = useTranslation('operators')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const second = useSecondPerson()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const needsConfirm = second.isNeeded && second.approvers.length > 0
  const change = useMutation({
    mutationFn: ({ work }: { work: () => Promise<Outcome>; done: () => void }) => work(),
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.operators.key() }),
    onSuccess: (outcome, { done }) => {
      setRefusal(null)
      switch (outcome.kind) {
        case 'second-refused':
          return second.refused(outcome.waitMs)
        case 'added':
        case 'saved':
        case 'removed':
          second.clear()
          return done()
        default:
          setRefusal(outcome.kind)
      }
    },
  })
  return {
    second,
    needsConfirm,
    /** What goes along with a change; nothing where nobody has to confirm it. */
    confirm: needsConfirm && second.person !== null ? { confirm: second.person } : {},
    /** Somebody has to confirm, and has not typed yet. */
    lacksConfirm: needsConfirm && second.person === null,
    isBusy: change.isPending,
    refusal: refusal === null ? null : t(`refused.${refusal}`),
    run: (work: () => Promise<Outcome>, done: () => void) => change.mutate({ work, done }),
  }
}
