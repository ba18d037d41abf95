import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NAME_MAX_LENGTH } from './savedFilters'

interface NameFormProps {
  readonly label: string
  readonly action: string
  readonly initial?: string
  readonly onName: (name: string) => void
  /** What is to be known about a name before it is given. */
  readonly problem?: (name: string) => string | undefined
  /** Why a name can't be given. */
  readonly refusal?: (name: string) => string | undefined
  readonly onCancel?: () => void
}

/** Asks for the name of a filter. */
export function NameForm({ label, action, initial = '', onName, problem, refusal, onCancel }: NameFormProps) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState(initial)
  const name = typed.trim()
  const refused = refusal?.(name)
  const isReady = name !== '' && refused === undefined
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isReady) return
    onName(name)
    setTyped('')
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      <TextField
        label={label}
        value={typed}
        autoFocus
        autoComplete="off"
        error={refused !== undefined}
        helperText={refused ?? problem?.(name)}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { maxLength: NAME_MAX_LENGTH } }}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={!isReady}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('actions.cancel')}</Button>}
      </Box>
    </Box>
  )
}
