import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Divider from '@mui/material/Divider'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { useClient } from '@renderer/link'
import type { Operator } from '@shared/contract/operators'
import { showUnprintable } from '@shared/printable'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmChange } from './ConfirmChange'
import { RoleChoice } from './RoleChoice'
import { SecretFields } from './SecretFields'
import { NO_SECRET, pairProblem } from './secretPair'
import { useOperatorChange } from './useOperatorChange'

interface ChangeOperatorProps {
  readonly operator: Operator
  readonly onClose: () => void
}

/** What can become of an operator: another role, another PIN, switched off, gone. */
export function ChangeOperator({ operator, onClose }: ChangeOperatorProps) {
  const { t } = useTranslation('operators')
  const client = useClient()
  const notice = useNotice()
  const titleId = useId()
  const [role, setRole] = useState(operator.role)
  const [pair, setPair] = useState(NO_SECRET)
  const [isChecked, setIsChecked] = useState(false)
  const change = useOperatorChange()
  const { id: operatorId, disabled } = operator
  const name = showUnprintable(operator.name)
  const isStuck = change.isBusy || change.lacksConfirm
  const saveRole = (event: FormEvent) => {
    event.preventDefault()
    if (!isStuck && role !== operator.role) alter({ role })
  }
  const alter = (to: { readonly role?: Operator['role']; readonly disabled?: boolean }) =>
    change.run(
      () => client.operators.change({ operatorId, ...to, ...change.confirm }),
      () => notice({ text: t('saved') }),
    )
  const saveSecret = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (isStuck || pairProblem(pair) !== null) return
    change.run(
      () => client.operators.setSecret({ operatorId, secret: pair.secret, ...change.confirm }),
      () => {
        notice({ text: t('secretSaved', { name }) })
        setPair(NO_SECRET)
        setIsChecked(false)
      },
    )
  }
  const remove = () =>
    change.run(
      () => client.operators.remove({ operatorId, ...change.confirm }),
      () => {
        notice({ text: t('removed', { name }) })
        onClose()
      },
    )
  // What was refused is said here, and a removal closes this dialog: it stays until its answer has come.
  const leave = () => {
    if (!change.isBusy) onClose()
  }
  return (
    <Dialog open onClose={leave} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {t('change', { name })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 5 }}>
        <ConfirmChange of={change} />
        <Box component="form" noValidate onSubmit={saveRole} sx={{ display: 'grid', gap: 3, pt: 2 }}>
          <RoleChoice value={role} disabled={change.isBusy} onChange={setRole} />
          <Box>
            <Button type="submit" variant="outlined" disabled={isStuck || role === operator.role}>
              {t('save')}
            </Button>
          </Box>
        </Box>
        <Divider />
        <Box component="form" noValidate onSubmit={saveSecret} sx={{ display: 'grid', gap: 3 }}>
          <SecretFields
            label={t('newSecret', { name })}
            value={pair}
            isChecked={isChecked}
            disabled={change.isBusy}
            onChange={setPair}
          />
          <Box>
            <Button type="submit" variant="outlined" disabled={isStuck}>
              {t('setSecret')}
            </Button>
          </Box>
        </Box>
        <Divider />
        <Box sx={{ display: 'grid', gap: 3 }}>
          <Typography color="textSecondary">{t('disableMeans')}</Typography>
          <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
            <Button variant="outlined" disabled={isStuck} onClick={() => alter({ disabled: !disabled })}>
              {t(disabled ? 'enable' : 'disable')}
            </Button>
            <Button variant="outlined" color="error" disabled={isStuck} onClick={remove}>
              {t('remove', { name })}
            </Button>
          </Box>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button disabled={change.isBusy} onClick={leave}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
