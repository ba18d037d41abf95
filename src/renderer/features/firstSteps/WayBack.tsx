import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { isFromGuide } from './fromGuide'

/** On a page that a step of the first hour led to: whether the step is done, and the way back. Nothing for anybody else. */
export function WayBack({ isDone }: { readonly isDone: boolean }) {
  const { t } = useTranslation('firstSteps')
  const [search] = useSearchParams()
  if (!isFromGuide(search)) return null
  return (
    <Alert
      severity={isDone ? 'success' : 'info'}
      variant="outlined"
      role="status"
      sx={{ mb: 4, alignItems: 'center' }}
      action={
        <Button component={Link} to="/first-steps" color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }}>
          {t('wayBack.go')}
        </Button>
      }
    >
      {t(isDone ? 'wayBack.done' : 'wayBack.open')}
    </Alert>
  )
}
