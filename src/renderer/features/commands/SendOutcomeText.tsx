import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import type { Problems } from '@renderer/components/schemaForm'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { Command, PayloadProblem, SendOutcome } from '@shared/contract/commands'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AnswerFactList } from './AnswerFactList'
import { CommandMark } from './CommandMark'
import { OutcomeLink } from './OutcomeLink'
import { ProgressSteps } from './ProgressSteps'
import { useAnswerWords } from './useAnswerWords'
import { useNotPossibleWords } from './useNotPossibleWords'

interface SendOutcomeTextProps {
  readonly outcome: SendOutcome | { readonly kind: 'invalid'; readonly problems: readonly PayloadProblem[] } | undefined
  readonly error: Error | null
  /** Of the form above: what is wrong with it is said there. */
  readonly problems: Problems
}

/** What became of the command that was sent last, under its form. */
export function SendOutcomeText({ outcome, error, problems }: SendOutcomeTextProps) {
  const { t } = useTranslation('commands')
  const explain = useExplain()
  const why = useNotPossibleWords()
  const whole = problems.get('')
  return (
    <Box aria-live="polite" sx={{ '&:not(:empty)': { mt: 4 } }}>
      {problems.size > 0 && (
        <Alert severity="error" variant="outlined">
          {whole?.key === 'said' ? t('send.whole', { problem: whole.sentence }) : t('send.check')}
        </Alert>
      )}
      {problems.size === 0 && error !== null && (
        <Alert severity="error" variant="outlined">
          {explain(error).sentence}
        </Alert>
      )}
      {problems.size === 0 && outcome?.kind === 'not-possible' && (
        <Alert severity="warning" variant="outlined">
          {why(outcome.reason)}
        </Alert>
      )}
      {problems.size === 0 && outcome !== undefined && 'command' in outcome && <Followed first={outcome.command} />}
    </Box>
  )
}

/** The command as it stands now. */
function Followed({ first }: { readonly first: Command }) {
  const orpc = useOrpc()
  const answer = useAnswerWords()
  const found = useQuery(orpc.commands.get.queryOptions({ input: { commandId: first.id } }))
  const command = found.data?.command ?? first
  return (
    <Box sx={{ border: '1px solid', borderColor: 'divider', borderRadius: 1, padding: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 3, flexWrap: 'wrap' }}>
        <CommandMark command={command} />
        <Box sx={{ flex: '1 1 240px' }}>{answer(command)}</Box>
      </Box>
      <AnswerFactList command={command} />
      {command.outcome !== null && <ProgressSteps progress={found.data?.progress ?? []} />}
      <OutcomeLink command={command} />
    </Box>
  )
}
