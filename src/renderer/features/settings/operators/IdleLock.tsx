import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** The choices, in minutes; 0 stands for never. */
const CHOICES = [1, 5, 10, 15, 30, 60, 120, 0] as const

/** After how long without anybody the console locks itself. */
export function IdleLock({ minutes }: { readonly minutes: number | null }) {
  const { t } = useTranslation('operators')
  const notice = useNotice()
  const explain = useExplain()
  const set = useMutation(
    useOrpc().operators.setIdle.mutationOptions({
      onSuccess: () => notice({ text: t('saved') }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  const value = minutes ?? 0
  const choices = CHOICES.some((choice) => choice === value) ? CHOICES : [value, ...CHOICES]
  return (
    <TextField
      select
      label={t('idle')}
      value={value}
      disabled={set.isPending}
      onChange={(event) => set.mutate({ minutes: Number(event.target.value) || null })}
      sx={{ maxWidth: 320 }}
    >
      {choices.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {choice === 0 ? t('idleNever') : t('idleMinutes', { count: choice })}
        </MenuItem>
      ))}
    </TextField>
  )
}
