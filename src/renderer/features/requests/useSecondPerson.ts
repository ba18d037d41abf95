import { useOrpc } from '@renderer/link'
import { useWho, useWhyNot } from '@renderer/link/useRights'
import type { SecondPerson } from '@shared/contract/requests'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const NOBODY: SecondPerson = { name: '', passphrase: '' }

/** Whether a second person is needed, who it can be, and what was typed of the one who is here. */
export function useSecondPerson() {
  const { t } = useTranslation('requests')
  const who = useWho()
  // Who may not decide is not told who else confirms.
  const enabled = useWhyNot()('requests.approve') === null
  const { data } = useQuery({ ...useOrpc().approvers.list.queryOptions(), enabled })
  // Nobody is the second person beside themselves.
  const approvers = data?.people.filter(({ name }) => name !== who?.name) ?? []
  const [typed, setTyped] = useState(NOBODY)
  const [problem, setProblem] = useState<string | null>(null)
  const [only] = approvers
  // With one approver there is nothing to choose.
  const value = typed.name === '' && approvers.length === 1 && only ? { ...typed, name: only.name } : typed
  return {
    approvers,
    isNeeded: data?.needed === true,
    value,
    problem,
    /** Null while something is missing. */
    person: value.name !== '' && value.passphrase !== '' ? value : null,
    change: (next: SecondPerson) => {
      setTyped(next)
      setProblem(null)
    },
    refused: (waitMs: number) => {
      setTyped({ ...value, passphrase: '' })
      const minutes = Math.ceil(waitMs / 60_000)
      setProblem(waitMs > 0 ? t('second.wait', { count: minutes }) : t('second.wrong'))
    },
    clear: () => {
      setTyped(NOBODY)
      setProblem(null)
    },
  }
}
