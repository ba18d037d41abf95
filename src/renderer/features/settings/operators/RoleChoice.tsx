import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { ROLES, type Role } from '@shared/contract/operators'
import { useTranslation } from 'react-i18next'

interface RoleChoiceProps {
  readonly value: Role
  readonly disabled: boolean
  readonly onChange: (role: Role) => void
}

/** What somebody is there for, with what that lets them do. */
export function RoleChoice({ value, disabled, onChange }: RoleChoiceProps) {
  const { t } = useTranslation(['operators', 'shell'])
  return (
    <TextField
      select
      label={t('role')}
      value={value}
      disabled={disabled}
      helperText={t(`may.${value}`)}
      onChange={(event) => onChange(ROLES.find((role) => role === event.target.value) ?? value)}
    >
      {ROLES.map((role) => (
        <MenuItem key={role} value={role}>
          {t(`shell:roles.${role}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
