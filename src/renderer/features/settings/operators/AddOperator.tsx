import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { useClient } from '@renderer/link'
import type { Role } from '@shared/contract/operators'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmChange } from './ConfirmChange'
import { RoleChoice } from './RoleChoice'
import { SecretFields } from './SecretFields'
import { NO_SECRET, pairProblem } from './secretPair'
import { useOperatorChange } from './useOperatorChange'

const NOBODY: { readonly name: string; readonly role: Role } = { name: '', role: 'operator' }

/** One more operator; the first one is an administrator. */
export function AddOperator({ isFirst }: { readonly isFirst: boolean }) {
  const { t } = useTranslation('operators')
  const client = useClient()
  const notice = useNotice()
  const [typed, setTyped] = useState(NOBODY)
  const [pair, setPair] = useState(NO_SECRET)
  const [isChecked, setIsChecked] = useState(false)
  const change = useOperatorChange()
  const name = typed.name.trim()
  const role = isFirst ? 'administrator' : typed.role
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (name === '' || pairProblem(pair) !== null || change.lacksConfirm || change.isBusy) return
    change.run(
      () => client.operators.add({ name, role, secret: pair.secret, ...change.confirm }),
      () => {
        notice({ text: t(isFirst ? 'addedFirst' : 'added', { name }) })
        setTyped(NOBODY)
        setPair(NO_SECRET)
        setIsChecked(false)
      },
    )
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
      {isFirst && (
        <Alert severity="info" variant="outlined">
          {t('first')}
          {change.second.isNeeded && <Typography sx={{ mt: 2 }}>{t('approversGo')}</Typography>}
        </Alert>
      )}
      <TextField
        label={t('name')}
        value={typed.name}
        disabled={change.isBusy}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        error={isChecked && name === ''}
        helperText={isChecked && name === '' ? t('nameMissing') : t('nameHint')}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      {!isFirst && (
        <RoleChoice
          value={typed.role}
          disabled={change.isBusy}
          onChange={(wanted) => setTyped({ ...typed, role: wanted })}
        />
      )}
      <SecretFields
        label={t('secret')}
        value={pair}
        isChecked={isChecked}
        disabled={change.isBusy}
        onChange={setPair}
      />
      <ConfirmChange of={change} />
      <Box>
        <Button
          type="submit"
          variant={isFirst ? 'contained' : 'outlined'}
          loading={change.isBusy}
          disabled={change.lacksConfirm}
        >
          {t(isFirst ? 'addFirst' : 'add')}
        </Button>
      </Box>
    </Box>
  )
}
