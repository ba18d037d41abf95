import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, LoadingState } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RuleCard } from './RuleCard'
import { RuleForm } from './RuleForm'
import { draftOf, NEW_RULE } from './ruleDraft'

/** The rules by which requests are approved without a person: written, switched, tried and removed here. */
export function RulesView() {
  const { t } = useTranslation('rules')
  const found = useQuery(useOrpc().deskRules.list.queryOptions())
  /** The rule that is written: the number of one that is there, or a new one. */
  const [written, setWritten] = useState<number | 'new' | null>(null)
  if (found.isError && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={3} rowHeight={96} />
  const { rules, suspended } = found.data
  const changed = typeof written === 'number' ? rules.find(({ id }) => id === written) : undefined
  return (
    <Box sx={{ overflowY: 'auto', pb: 8, display: 'grid', gap: 5, maxWidth: 960, alignContent: 'start' }}>
      <Typography color="textSecondary" sx={{ maxWidth: 720 }}>
        {t('intro')}
      </Typography>
      {suspended && <Alert severity="info">{t('suspended')}</Alert>}
      {written === 'new' || changed ? (
        <RuleForm
          key={written}
          ruleId={changed?.id}
          begin={changed ? draftOf(changed) : NEW_RULE}
          onDone={() => setWritten(null)}
        />
      ) : rules.length === 0 ? (
        <EmptyState
          title={t('none.title')}
          action={
            <PermittedButton call="deskRules.save" variant="contained" onClick={() => setWritten('new')}>
              {t('write')}
            </PermittedButton>
          }
        >
          {t('none.text')}
        </EmptyState>
      ) : (
        <>
          <Box component="ul" aria-label={t('list')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 4 }}>
            {rules.map((rule) => (
              <RuleCard key={rule.id} rule={rule} onChange={() => setWritten(rule.id)} />
            ))}
          </Box>
          <Box>
            <PermittedButton call="deskRules.save" variant="contained" onClick={() => setWritten('new')}>
              {t('write')}
            </PermittedButton>
          </Box>
        </>
      )}
    </Box>
  )
}
