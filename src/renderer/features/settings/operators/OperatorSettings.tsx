import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, Permitted, Section } from '@renderer/components'
import { Disclosure } from '@renderer/components/Disclosure'
import { useOrpc } from '@renderer/link'
import { useWho } from '@renderer/link/useRights'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AddOperator } from './AddOperator'
import { IdleLock } from './IdleLock'
import { OperatorTable } from './OperatorTable'
import { OwnSecret } from './OwnSecret'

/** Who may use the console, and the own PIN of whoever is there. */
export function OperatorSettings() {
  const { t } = useTranslation('operators')
  const who = useWho()
  return (
    <Section top title={t('title')}>
      <Box sx={{ display: 'grid', gap: 5, maxWidth: 720 }}>
        <Typography color="textSecondary">{t('text')}</Typography>
        {who !== null && <Disclosure summary={t('own')}>{() => <OwnSecret who={who} />}</Disclosure>}
        <Permitted call="operators.add" leaveOut>
          <Everybody />
        </Permitted>
      </Box>
    </Section>
  )
}

function Everybody() {
  const { t } = useTranslation('operators')
  const query = useQuery(useOrpc().operators.list.queryOptions())
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <LoadingState rows={3} />
  const { operators, idleMinutes } = query.data
  if (operators.length === 0) {
    return (
      <>
        <Typography>{t('off')}</Typography>
        <AddOperator isFirst />
      </>
    )
  }
  return (
    <>
      <OperatorTable operators={operators} />
      <IdleLock minutes={idleMinutes} />
      <Box>
        <Typography variant="h3" sx={{ mb: 3 }}>
          {t('add')}
        </Typography>
        <AddOperator isFirst={false} />
      </Box>
      <Typography color="textSecondary">{t('forgotten')}</Typography>
    </>
  )
}
