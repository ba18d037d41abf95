import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import {
  CopyText,
  DetailDrawer,
  ErrorState,
  type Fact,
  FactList,
  LoadingState,
  RelativeTime,
  Section,
} from '@renderer/components'
import { useActorWords } from '@renderer/i18n/useActorWords'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { Command, CommandProgress } from '@shared/contract/commands'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerFactList } from './AnswerFactList'
import { answerFacts } from './answerFacts'
import { CancelButton } from './CancelButton'
import { CommandMark } from './CommandMark'
import { JsonText } from './JsonText'
import { OutcomeLink } from './OutcomeLink'
import { ProgressSteps } from './ProgressSteps'
import { spokenStatus } from './statusOf'
import { useAnswerWords } from './useAnswerWords'
import { useCommandName } from './useCommandName'

interface CommandDrawerProps {
  readonly commandId: number
  readonly identity: string
  readonly onClose: () => void
}

/** One command: what it meant, what became of it step by step, and behind “more” what went over the line. */
export function CommandDrawer({ commandId, identity, onClose }: CommandDrawerProps) {
  const { t } = useTranslation('commands')
  const orpc = useOrpc()
  const found = useQuery(orpc.commands.get.queryOptions({ input: { commandId } }))
  if (found.data !== undefined) return <Detail {...found.data} identity={identity} onClose={onClose} />
  return (
    <DetailDrawer title={t('detail.title')} onClose={onClose}>
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <LoadingState />}
    </DetailDrawer>
  )
}

interface DetailProps {
  readonly command: Command
  readonly progress: readonly CommandProgress[]
  readonly identity: string
  readonly onClose: () => void
}

function Detail({ command, progress, identity, onClose }: DetailProps) {
  const { t } = useTranslation(['commands', 'common'])
  const format = useFormat()
  const answer = useAnswerWords()
  const name = useCommandName()(command)
  const [showsRaw, setShowsRaw] = useState(false)
  const actor = useActorWords()(command.actor)
  const status = spokenStatus(command)
  const time = (name: string, at: number | null): Fact[] =>
    at === null ? [] : [{ name, value: <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time> }]
  return (
    <DetailDrawer
      title={name}
      mark={<CommandMark command={command} />}
      subtitle={
        <>
          {identity}, <RelativeTime at={command.createdAt} />
        </>
      }
      onClose={onClose}
      actions={command.state === 'waiting' ? <CancelButton command={command} name={name} /> : undefined}
    >
      <Box sx={{ mb: 5 }}>
        <Typography>{answer(command)}</Typography>
        <OutcomeLink command={command} />
      </Box>
      {answerFacts(command).length > 0 && (
        <Section title={t('told.title')}>
          <AnswerFactList command={command} />
        </Section>
      )}
      {progress.length > 0 && (
        <Section title={t('detail.steps')}>
          <ProgressSteps progress={progress} />
        </Section>
      )}
      <Section title={t('detail.asked')}>
        <FactList
          facts={[
            { name: t('detail.action'), value: command.action },
            ...(status === null ? [] : [{ name: t('detail.status'), value: status }]),
            ...(command.requestId === null ? [] : [{ name: t('detail.number'), value: String(command.requestId) }]),
            { name: t('detail.by'), value: actor },
            ...time(t('detail.created'), command.createdAt),
            ...time(t('detail.sentAt'), command.sentAt),
            ...time(t('detail.answered'), command.answeredAt),
            ...(command.state === 'waiting' ? time(t('detail.waitUntil'), command.waitUntil) : []),
          ]}
        />
      </Section>
      <Section title={t('detail.more')}>
        <Button size="small" aria-expanded={showsRaw} onClick={() => setShowsRaw(!showsRaw)}>
          {showsRaw ? t('common:actions.less') : t('common:actions.more')}
        </Button>
        {showsRaw && (
          <Box sx={{ display: 'grid', gap: 4, mt: 2 }}>
            <Raw title={t('detail.request')} value={command.input} what={t('detail.copyRequest')} />
            {command.answer === null ? (
              <Typography sx={{ color: 'text.secondary' }}>{t('detail.noAnswer')}</Typography>
            ) : (
              <Raw title={t('detail.answer')} value={command.answer} what={t('detail.copyAnswer')} />
            )}
          </Box>
        )}
      </Section>
    </DetailDrawer>
  )
}

function Raw({ title, value, what }: { readonly title: string; readonly value: unknown; readonly what: string }) {
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="subtitle2" component="h4">
          {title}
        </Typography>
        <CopyText text={JSON.stringify(value)} what={what} shown="" />
      </Box>
      <JsonText value={value} />
    </Box>
  )
}
