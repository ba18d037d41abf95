import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'

interface SwitchRowProps {
  readonly label: string
  readonly checked: boolean
  readonly busy: boolean
  readonly onChange: (checked: boolean) => void
}

/** A decision that takes effect at once. */
export function SwitchRow({ label, checked, busy, onChange }: SwitchRowProps) {
  return (
    <FormControlLabel
      control={<Switch checked={checked} disabled={busy} onChange={(_, wanted) => onChange(wanted)} />}
      label={label}
      sx={{ mb: 2 }}
    />
  )
}
