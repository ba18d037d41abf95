import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { SecondFields } from '../../requests/SecondFields'
import type { useOperatorChange } from './useOperatorChange'

/** Who confirms a change, where somebody has to, and why the last one was refused. */
export function ConfirmChange({
  of: { second, needsConfirm, isBusy, refusal },
}: {
  readonly of: ReturnType<typeof useOperatorChange>
}) {
  const { t } = useTranslation('operators')
  return (
    <>
      {needsConfirm && (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <Typography color="textSecondary">{t('confirmFirst')}</Typography>
          <SecondFields of={second} disabled={isBusy} />
        </Box>
      )}
      {refusal !== null && <Alert severity="error">{refusal}</Alert>}
    </>
  )
}
