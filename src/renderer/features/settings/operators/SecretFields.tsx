import TextField from '@mui/material/TextField'
import { PASSWORD_MIN_LENGTH, PIN_MIN_LENGTH, SECRET_MAX_LENGTH } from '@shared/contract/operatorSecret'
import { useTranslation } from 'react-i18next'
import { pairProblem, type SecretPair } from './secretPair'

interface SecretFieldsProps {
  readonly label: string
  readonly value: SecretPair
  /** Whether what is wrong is told; not before somebody tried. */
  readonly isChecked: boolean
  /** While it is sent: what is typed then would go with the answer. */
  readonly disabled: boolean
  readonly onChange: (value: SecretPair) => void
}

/** Two fields for a PIN or password that is chosen now. */
export function SecretFields({ label, value, isChecked, disabled, onChange }: SecretFieldsProps) {
  const { t } = useTranslation('operators')
  const limits = { pin: PIN_MIN_LENGTH, password: PASSWORD_MIN_LENGTH }
  const problem = isChecked ? pairProblem(value) : null
  const field = {
    type: 'password',
    autoComplete: 'new-password',
    disabled,
    slotProps: { htmlInput: { maxLength: SECRET_MAX_LENGTH } },
  }
  const isOfFirst = problem !== null && problem !== 'different'
  return (
    <>
      <TextField
        {...field}
        label={label}
        value={value.secret}
        onChange={(event) => onChange({ ...value, secret: event.target.value })}
        error={isOfFirst}
        helperText={isOfFirst ? t(`problem.${problem}`, limits) : t('secretHint', limits)}
      />
      <TextField
        {...field}
        label={t('repeat')}
        value={value.repeat}
        onChange={(event) => onChange({ ...value, repeat: event.target.value })}
        error={problem === 'different'}
        helperText={problem === 'different' ? t('problem.different') : undefined}
      />
    </>
  )
}
