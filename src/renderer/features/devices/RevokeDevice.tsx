import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { AskFirst } from '@renderer/components/AskFirst'
import { useOrpc } from '@renderer/link'
import type { Device } from '@shared/contract/devices'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** Asks before a device is sent away for good, and names what that hits. */
export function RevokeDevice({ device, onEnd }: { readonly device: Device; readonly onEnd: () => void }) {
  const { t } = useTranslation('devices')
  const notice = useNotice()
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
    <AskFirst
      call="devices.revoke"
      confirm={t('revoke.button')}
      keep={t('revoke.keep')}
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate({ deviceId: device.id, reason: 'privilegeWithdrawn' })}
      onKeep={onEnd}
    >
      <Typography>{t('revoke.ask', { name })}</Typography>
      {device.connected && <Typography>{t('revoke.connected')}</Typography>}
    </AskFirst>
  )
}
