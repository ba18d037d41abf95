import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../i18n/useExplain'
import { StatusShape } from './StatusShape'

interface ErrorStateProps {
  readonly error: unknown
  readonly title?: string
  /** What still works; the usual sentence if left out. */
  readonly stillWorks?: string
  readonly onRetry?: () => void
}

/** What happened, what still works, what to do; the code stands behind for whoever looks it up. */
export function ErrorState({ error, title, stillWorks, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('common')
  const { sentence, code } = useExplain()(error)
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 3, padding: 5, alignItems: 'flex-start' }}>
      <Box sx={{ color: 'status.danger', mt: 0.5 }}>
        <StatusShape shape="triangle" size={20} />
      </Box>
      <Box sx={{ maxWidth: '70ch' }}>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {title ?? t('failure.title')}
        </Typography>
        <Typography>{sentence}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>{stillWorks ?? t('failure.stillWorks')}</Typography>
        {code !== null && (
          <Typography variant="mono" component="div" sx={{ color: 'text.secondary', fontSize: '0.75rem', mt: 1 }}>
            {code}
          </Typography>
        )}
        {onRetry !== undefined && (
          <Button variant="outlined" onClick={onRetry} sx={{ mt: 3 }}>
            {t('actions.retry')}
          </Button>
        )}
      </Box>
    </Box>
  )
}
