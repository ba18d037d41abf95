import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import type { Losing } from './useRollOver'

interface WouldLoseProps {
  readonly losing: Losing
  readonly isBusy: boolean
  readonly onCancel: () => void
  readonly onEvenSo: () => void
}

/** Names the chargers that would not connect any more, before anything is done. */
export function WouldLose({ losing, isBusy, onCancel, onEvenSo }: WouldLoseProps) {
  const { t } = useTranslation(['rollOver', 'common'])
  const { stations } = losing
  return (
    <Dialog open onClose={onCancel} aria-labelledby="would-lose">
      <DialogTitle id="would-lose">{t('lose.title')}</DialogTitle>
      <DialogContent>
        <Typography>{t('lose.text', { count: stations.length })}</Typography>
        <Typography sx={{ my: 3, fontWeight: 600, overflowWrap: 'anywhere' }}>
          {stations.map(showUnprintable).join(t('common:joint'))}
        </Typography>
        <Typography>{t('lose.advice')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('common:actions.cancel')}</Button>
        <PermittedButton call="rollOver.retire" variant="contained" color="error" loading={isBusy} onClick={onEvenSo}>
          {t('lose.evenSo')}
        </PermittedButton>
      </DialogActions>
    </Dialog>
  )
}
