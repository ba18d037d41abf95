import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { Command } from '@shared/contract/commands'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
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
  const button = useRef<HTMLButtonElement>(null)
  const cancelling = useMutation(
    orpc.commands.cancel.mutationOptions({
      onSuccess({ kind }) {
        // The button goes with what it was for; in a list the focus stays with the command.
        button.current?.closest('li')?.querySelector('a')?.focus()
        if (kind === 'cancelled') notice({ text: t('sent.cancelled', { name }) })
        else notice({ text: t('sent.tooLate', { name }), severity: 'warning' })
      },
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  return (
    <PermittedButton
      call="commands.cancel"
      ref={button}
      size="small"
      variant="outlined"
      loading={cancelling.isPending}
      aria-label={t('sent.cancelOne', { name })}
      onClick={() => cancelling.mutate({ commandId: command.id })}
    >
      {t('sent.cancel')}
    </PermittedButton>
  )
}
