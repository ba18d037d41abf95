import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useFormat } from '@renderer/i18n/useFormat'
import type { UpdateState } from '@shared/contract/updates'
import { useTranslation } from 'react-i18next'
import { TransferProgress } from '../../files/TransferProgress'

interface UpdateTransferProps {
  readonly transfer: NonNullable<UpdateState['transfer']>
  /** Left out where it comes from another window: whoever brings it there can cancel it. */
  readonly onCancel?: () => void
}

/** How far a version has come, with a way out. */
export function UpdateTransfer({ transfer, onCancel }: UpdateTransferProps) {
  const { t } = useTranslation('updates')
  const format = useFormat()
  const { from, version, done, size } = transfer
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TransferProgress
        words={t(`transfer.${from}`, { version, done: format.size(done), size: format.size(size) })}
        part={done / size}
      />
      {onCancel && (
        <Button onClick={onCancel} sx={{ justifySelf: 'start' }}>
          {t('transfer.cancel')}
        </Button>
      )}
    </Box>
  )
}
