import { useNotice } from '@renderer/components'
import { AskFirst } from '@renderer/components/AskFirst'
import { useOrpc } from '@renderer/link'
import type { DeviceToken } from '@shared/contract/devices'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** Asks before a token is ended, and names what that hits. */
export function EndToken({ token, onEnd }: { readonly token: DeviceToken; readonly onEnd: () => void }) {
  const { t } = useTranslation('devices')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const name = showUnprintable(token.name)
  const end = useMutation(
    orpc.devices.endToken.mutationOptions({
      onSuccess: () => {
        notice({ text: t('token.ended', { name }) })
        void queries.invalidateQueries({ queryKey: orpc.devices.tokens.key() })
        onEnd()
      },
    }),
  )
  return (
    <AskFirst
      call="devices.endToken"
      confirm={t('token.endNow')}
      keep={t('token.endKeep')}
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate({ tokenId: token.id })}
      onKeep={onEnd}
    >
      {t('token.endAsk', { name })}
    </AskFirst>
  )
}
