import Alert from '@mui/material/Alert'
import { useNotPossibleWords } from '@renderer/features/commands/useNotPossibleWords'
import type { Command, SendOutcome } from '@shared/contract/commands'
import { useTranslation } from 'react-i18next'
import { statusOf } from '../commands/statusOf'
import { type SetMeaning, setMeaning } from './setMeaning'

interface SetAnswerProps {
  readonly outcome: SendOutcome | undefined
  readonly command: Command | null
}

const SEVERITY = {
  accepted: 'success',
  reboot: 'info',
  sending: 'info',
  rejected: 'warning',
  unknownComponent: 'warning',
  unknownVariable: 'warning',
  unsupported: 'warning',
  other: 'warning',
  failed: 'error',
  unknown: 'warning',
  notSent: 'warning',
} as const satisfies Record<SetMeaning, string>

/** What the station said to a new value, in a sentence. */
export function SetAnswer({ outcome, command }: SetAnswerProps) {
  const { t } = useTranslation('variables')
  const why = useNotPossibleWords()
  if (outcome?.kind === 'not-possible') {
    return (
      <Alert severity="warning" variant="outlined">
        {t('answer.notPossible', { why: why(outcome.reason) })}
      </Alert>
    )
  }
  if (command === null) return null
  const meaning = setMeaning(command)
  const status = statusOf(command) ?? ''
  return (
    <Alert severity={SEVERITY[meaning]} variant="outlined" role="status">
      {meaning === 'sending' ? t('edit.sending') : t(`answer.${meaning}`, { status })}
    </Alert>
  )
}
