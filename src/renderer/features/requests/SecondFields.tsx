import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { isFocusLost } from '@renderer/components/lostFocus'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { useSecondPerson } from './useSecondPerson'

interface SecondFieldsProps {
  readonly of: Pick<ReturnType<typeof useSecondPerson>, 'approvers' | 'value' | 'change' | 'problem'>
  /** While it is sent. */
  readonly disabled?: boolean
  /** What stands in the same row: the button that confirms. */
  readonly children?: ReactNode
}

/** Who confirms as the second person, and the passphrase that proves it. */
export function SecondFields({ of: { approvers, value, change, problem }, disabled, children }: SecondFieldsProps) {
  const { t } = useTranslation('requests')
  const passphrase = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (problem === null || disabled) return
    // The button that sent it can not be used before another one is typed, nor keep the focus.
    if (isFocusLost()) passphrase.current?.focus()
  }, [problem, disabled])
  return (
    <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <TextField
        select
        label={t('second.name')}
        value={value.name}
        disabled={disabled}
        onChange={(event) => change({ ...value, name: event.target.value })}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        sx={{ width: 180 }}
      >
        {approvers.map(({ id, name }) => (
          <MenuItem key={id} value={name}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="password"
        autoComplete="off"
        label={t('second.passphrase')}
        inputRef={passphrase}
        value={value.passphrase}
        disabled={disabled}
        onChange={(event) => change({ ...value, passphrase: event.target.value })}
        error={problem !== null}
        helperText={problem}
        // Escape gives the letters back to the desk.
        onKeyDown={(event) => {
          if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
        }}
        sx={{ flex: '1 1 200px', maxWidth: 360 }}
      />
      {children}
    </Box>
  )
}
