import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, Section } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { useTranslation } from 'react-i18next'
import { WayBack } from '../firstSteps/WayBack'
import { BackupFacts } from './BackupFacts'
import { DailyBackup } from './DailyBackup'
import { ExportAuthority } from './ExportAuthority'
import { SaveBackup } from './SaveBackup'

/** The site's backups: what became of the last ones, one by hand, one a day, and the way back. */
export function BackupSettings() {
  const { t } = useTranslation('settings')
  const live = useLatest(values.backup)
  const state = live.data
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('backup.title')}
      </Typography>
      {live.state === 'failed' && <ErrorState error={live.error} onRetry={live.retry} />}
      {state === undefined ? (
        live.state === 'loading' && <LoadingState rows={3} rowHeight={96} />
      ) : (
        <>
          <WayBack isDone={state.plan !== null || state.saved !== null} />
          <Typography color="textSecondary" sx={{ mb: 4 }}>
            {t('backup.intro')}
          </Typography>
          <Box sx={{ mb: 6 }}>
            <BackupFacts state={state} />
          </Box>
          <Permitted call="backup.create" leaveOut>
            <SaveBackup />
            {/* With its first plan the form begins anew: from then on a passphrase is kept. */}
            <DailyBackup key={state.plan === null ? 'none' : 'planned'} plan={state.plan} busy={state.busy} />
            <ExportAuthority />
          </Permitted>
          <Section title={t('restore.title')}>
            <Typography color="textSecondary">{t('restore.text')}</Typography>
          </Section>
        </>
      )}
    </Box>
  )
}
