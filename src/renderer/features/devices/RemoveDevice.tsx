import { useNotice } from '@renderer/components'
import { AskFirst } from '@renderer/components/AskFirst'
import { useOrpc } from '@renderer/link'
import type { Device } from '@shared/contract/devices'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

interface RemoveDeviceProps {
  readonly device: Device
  readonly onKeep: () => void
  readonly onGone: () => void
}

/** Asks before a device that is not served any more is taken off the list. */
export function RemoveDevice({ device, onKeep, onGone }: RemoveDeviceProps) {
  const { t } = useTranslation('devices')
  const notice = useNotice()
  const name = device.clientId
  const remove = useMutation(
    useOrpc().devices.remove.mutationOptions({
      onSuccess: ({ kind }) => {
        notice({ text: t(kind === 'removed' ? 'remove.done' : 'remove.inService', { name }) })
        if (kind === 'removed') onGone()
        else onKeep()
      },
    }),
  )
  return (
    <AskFirst
      call="devices.remove"
      confirm={t('remove.button')}
      keep={t('remove.keep')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ deviceId: device.id })}
      onKeep={onKeep}
    >
      {t('remove.ask', { name })}
    </AskFirst>
  )
}
