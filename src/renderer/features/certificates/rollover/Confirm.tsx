import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useTranslation } from 'react-i18next'
import type { Asked } from './useRollOver'

interface ConfirmProps {
  readonly wish: Asked
  readonly onCancel: () => void
  readonly onYes: () => void
}

/** Says once more what will happen, before something that can not be undone. */
export function Confirm({ wish, onCancel, onYes }: ConfirmProps) {
  const { t } = useTranslation(['rollOver', 'common'])
  return (
    <Dialog open onClose={onCancel} aria-labelledby="confirm-roll-over">
      <DialogTitle id="confirm-roll-over">{t(`ask.${wish.kind}.title`)}</DialogTitle>
      <DialogContent>
        <Typography>{t(`ask.${wish.kind}.text`)}</Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('common:actions.cancel')}</Button>
        <PermittedButton call="rollOver.retire" variant="contained" onClick={onYes}>
          {t(`ask.${wish.kind}.yes`)}
        </PermittedButton>
      </DialogActions>
    </Dialog>
  )
}
