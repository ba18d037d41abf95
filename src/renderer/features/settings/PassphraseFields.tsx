import TextField from '@mui/material/TextField'
import { BACKUP_PASSPHRASE_MIN_LENGTH } from '@shared/contract/backup'
import { useTranslation } from 'react-i18next'
import type { PassphrasePair, passphraseProblem } from './passphrasePair'

interface PassphraseFieldsProps {
  readonly value: PassphrasePair
  readonly problem: ReturnType<typeof passphraseProblem>
  readonly hint: string
  readonly disabled: boolean
  readonly onChange: (value: PassphrasePair) => void
}

/** Two fields for a passphrase that is chosen now. */
export function PassphraseFields({ value, problem, hint, disabled, onChange }: PassphraseFieldsProps) {
  const { t } = useTranslation('settings')
  return (
    <>
      <TextField
        type="password"
        autoComplete="new-password"
        label={t('backup.passphrase')}
        value={value.passphrase}
        onChange={(event) => onChange({ ...value, passphrase: event.target.value })}
        error={problem === 'short'}
        helperText={problem === 'short' ? t('backup.problem.short', { min: BACKUP_PASSPHRASE_MIN_LENGTH }) : hint}
        disabled={disabled}
      />
      <TextField
        type="password"
        autoComplete="new-password"
        label={t('backup.repeat')}
        value={value.repeat}
        onChange={(event) => onChange({ ...value, repeat: event.target.value })}
        error={problem === 'different'}
        helperText={problem === 'different' ? t('backup.problem.different') : undefined}
        disabled={disabled}
      />
    </>
  )
}
