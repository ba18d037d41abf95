import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { Approver } from '@shared/contract/approvers'
import type { SecondPerson } from '@shared/contract/requests'
import { useTranslation } from 'react-i18next'

interface SecondFieldsProps {
  readonly approvers: readonly Approver[]
  readonly value: SecondPerson
  readonly onChange: (value: SecondPerson) => void
  /** Why the last try did not count. */
  readonly problem: string | null
}

/** Who confirms as the second person, and the passphrase that proves it. */
export function SecondFields({ approvers, value, onChange, problem }: SecondFieldsProps) {
  const { t } = useTranslation('requests')
  return (
    <>
      <TextField
        select
        label={t('second.name')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.target.value })}
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
        value={value.passphrase}
        onChange={(event) => onChange({ ...value, passphrase: event.target.value })}
        error={problem !== null}
        helperText={problem}
        // Escape gives the letters back to the desk.
        onKeyDown={(event) => {
          if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
        }}
        sx={{ flex: '1 1 200px', maxWidth: 360 }}
      />
    </>
  )
}
