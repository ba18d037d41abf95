import Button from '@mui/material/Button'
import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { Command } from '@shared/contract/commands'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

interface CancelButtonProps {
  readonly command: Command
  readonly name: string
}

/** Calls back a command that waits. */
export function CancelButton({ command, name }: CancelButtonProps) {
  const { t } = useTranslation('commands')
  const orpc = useOrpc()
  const notice = useNotice()
  const explain = useExplain()
  const cancelling = useMutation(
    orpc.commands.cancel.mutationOptions({
      onSuccess: ({ kind }) =>
        kind === 'cancelled'
          ? notice({ text: t('sent.cancelled', { name }) })
          : notice({ text: t('sent.tooLate', { name }), severity: 'warning' }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  return (
    <Button
      size="small"
      variant="outlined"
      loading={cancelling.isPending}
      aria-label={t('sent.cancelOne', { name })}
      onClick={() => cancelling.mutate({ commandId: command.id })}
    >
      {t('sent.cancel')}
    </Button>
  )
}
