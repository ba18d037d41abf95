import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

interface UidFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The number of a card as it stands on it or as it is stored; null while what is typed is none. */
export function uidOf(typed: string): string | null {
  const digits = typed.replace(/[\s:-]/g, '').toUpperCase()
  return /^[0-9A-F]{8,20}$/.test(digits) && digits.length % 2 === 0 ? digits : null
}

/** A field for the number of a known card. */
export function UidField({ label, hint, value, onChange }: UidFieldProps) {
  const { t } = useTranslation('readers')
  const isBad = value.trim() !== '' && uidOf(value) === null
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={isBad}
      helperText={isBad ? t('keyboard.notHex') : hint}
      autoComplete="off"
      fullWidth
      slotProps={{ htmlInput: { spellCheck: false, maxLength: 30 }, inputLabel: { shrink: true } }}
    />
  )
}
