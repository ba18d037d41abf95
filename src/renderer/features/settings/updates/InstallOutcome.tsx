import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CopyText } from '@renderer/components'
import { useTell } from '@renderer/i18n/useTell'
import type { useClient } from '@renderer/link'
import { useTranslation } from 'react-i18next'

type Outcome = Awaited<ReturnType<ReturnType<typeof useClient>['updates']['install']>>

interface InstallOutcomeProps {
  readonly outcome: Outcome
  /** What is typed where a person installs it. */
  readonly commands: readonly string[]
}

/** What became of installing a version. */
export function InstallOutcome({ outcome, commands }: InstallOutcomeProps) {
  const { t } = useTranslation('updates')
  const tell = useTell()
  switch (outcome.kind) {
    case 'refused':
      return (
        <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
          {tell(outcome.reason)}
        </Alert>
      )
    case 'passphrase-needed':
      return null
    case 'nothing':
      return (
        <Alert severity="info" variant="outlined">
          {t('ready.nothing')}
        </Alert>
      )
    case 'leaving':
    case 'stays':
      return (
        <Alert severity="info" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
          {t(`ready.${outcome.kind}`)} {outcome.backup !== null && t('ready.backup', { file: outcome.backup })}
        </Alert>
      )
    case 'by-hand':
      return (
        <Alert severity="success" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
          {outcome.backup !== null && <Typography>{t('ready.backup', { file: outcome.backup })}</Typography>}
          <Typography>{t('ready.type')}</Typography>
          <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
            {commands.map((command) => (
              <CopyText key={command} text={command} what={t('ready.command')} />
            ))}
          </Box>
        </Alert>
      )
  }
}
