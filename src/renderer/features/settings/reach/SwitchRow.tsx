import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import { Permitted } from '@renderer/components/Permitted'
import type { CallName } from '@renderer/link/useRights'

interface SwitchRowProps {
  readonly label: string
  readonly checked: boolean
  readonly busy: boolean
  /** What switching it does. */
  readonly call: CallName
  readonly onChange: (checked: boolean) => void
}

/** A decision that takes effect at once. */
export function SwitchRow({ label, checked, busy, call, onChange }: SwitchRowProps) {
  return (
    <Permitted call={call}>
      <FormControlLabel
        control={<Switch checked={checked} disabled={busy} onChange={(_, wanted) => onChange(wanted)} />}
        label={label}
        sx={{ mb: 2 }}
      />
    </Permitted>
  )
}
