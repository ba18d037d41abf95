import ContactlessIcon from '@mui/icons-material/ContactlessOutlined'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import Tooltip from '@mui/material/Tooltip'
import { SCAN_MAX_LENGTH } from '@shared/contract/readers'
import { useState } from 'react'
import { useReaderInField } from './wedge/useReaderInField'

interface ScanFieldProps {
  readonly label: string
  readonly hint?: string
  /** In a row of filters: the hint comes up when it is pointed at or entered, and is spoken, but takes no room. */
  readonly inRow?: boolean
  readonly disabled?: boolean
  /** What was typed, by a reader or by hand, ended with Enter. The field is empty again. */
  readonly onScan: (text: string) => void
}

/** A field that a keyboard reader types into: for those whose typing can't be told from a person's. */
export function ScanField({ label, hint, inRow = false, disabled, onScan }: ScanFieldProps) {
  const [typed, setTyped] = useState('')
  const take = (text: string) => {
    setTyped('')
    if (text !== '') onScan(text)
  }
  const byReader = useReaderInField(typed, take)
  const field = (
    <TextField
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (byReader(event) || event.key !== 'Enter') return
        event.preventDefault()
        take(typed.trim())
      }}
      helperText={inRow ? <span className="visually-hidden">{hint}</span> : hint}
      disabled={disabled}
      autoComplete="off"
      fullWidth
      slotProps={{
        htmlInput: { maxLength: SCAN_MAX_LENGTH, spellCheck: false },
        inputLabel: { shrink: true },
        formHelperText: inRow ? { sx: { margin: 0 } } : undefined,
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <ContactlessIcon sx={{ fontSize: 18 }} />
            </InputAdornment>
          ),
        },
      }}
    />
  )
  return inRow ? (
    <Tooltip describeChild title={hint}>
      {field}
    </Tooltip>
  ) : (
    field
  )
}
