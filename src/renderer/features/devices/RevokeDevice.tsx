import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { Device } from '@shared/contract/devices'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** Asks before a device is sent away for good, and names what that hits. */
export function RevokeDevice({ device, onEnd }: { readonly device: Device; readonly onEnd: () => void }) {
  const { t } = useTranslation('devices')
  const notice = useNotice()
  const explain = useExplain()
  const name = device.clientId
  const revoke = useMutation(
    useOrpc().devices.revoke.mutationOptions({
      onSuccess: ({ kind }) => {
        notice({ text: t(kind === 'revoked' ? 'revoke.done' : 'revoke.already', { name }) })
        onEnd()
      },
    }),
  )
  return (
    <Alert severity="warning" variant="outlined" sx={{ overflowWrap: 'anywhere', mb: 4 }}>
      <Typography>{t('revoke.ask', { name })}</Typography>
      {device.connected && <Typography>{t('revoke.connected')}</Typography>}
      {revoke.isError && <Typography>{explain(revoke.error).sentence}</Typography>}
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <PermittedButton
          call="devices.revoke"
          size="small"
          variant="contained"
          color="error"
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ deviceId: device.id, reason: 'privilegeWithdrawn' })}
        >
          {t('revoke.button')}
        </PermittedButton>
        <Button size="small" autoFocus onClick={onEnd}>
          {t('revoke.keep')}
        </Button>
      </Box>
    </Alert>
  )
}
