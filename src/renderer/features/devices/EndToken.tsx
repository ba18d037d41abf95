import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
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
  const explain = useExplain()
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
    <Alert severity="warning" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
      {t('token.endAsk', { name })}
      {end.isError && ` ${explain(end.error).sentence}`}
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <PermittedButton
          call="devices.endToken"
          size="small"
          variant="contained"
          color="error"
          loading={end.isPending}
          onClick={() => end.mutate({ tokenId: token.id })}
        >
          {t('token.endNow')}
        </PermittedButton>
        <Button size="small" autoFocus onClick={onEnd}>
          {t('token.endKeep')}
        </Button>
      </Box>
    </Alert>
  )
}
