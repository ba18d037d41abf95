import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { Permitted, Section, useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { useWho } from '@renderer/link/useRights'
import { APPROVER_PASSPHRASE_MIN_LENGTH } from '@shared/contract/approvers'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SecondFields } from '../requests/SecondFields'
import { useSecondPerson } from '../requests/useSecondPerson'
import { TwoOperators } from './TwoOperators'

const NOBODY = { name: '', passphrase: '', repeat: '' }

/** Whether two people have to approve a certificate, and who the second one can be. */
export function SecondPeople() {
  const { t } = useTranslation('approvers')
  const hasOperators = useWho() !== null
  return (
    <Section top title={t('title')}>
      <Box sx={{ display: 'grid', gap: 4, maxWidth: 720 }}>
        <Permitted call="approvers.add" leaveOut>
          {hasOperators ? <TwoOperators /> : <Approvers />}
        </Permitted>
      </Box>
    </Section>
  )
}

/** Where nobody signs in: people of their own, each with a passphrase. */
function Approvers() {
  const { t } = useTranslation(['approvers', 'requests'])
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const second = useSecondPerson()
  const [typed, setTyped] = useState(NOBODY)
  const [isChecked, setIsChecked] = useState(false)
  const { approvers, isNeeded, person } = second
  const problems = {
    name: typed.name.trim() === '',
    passphrase: typed.passphrase.length < APPROVER_PASSPHRASE_MIN_LENGTH,
    repeat: typed.passphrase !== typed.repeat,
  }
  const onError = (error: unknown) => notice({ text: explain(error).sentence, severity: 'error' })
  const onSettled = () => queries.invalidateQueries({ queryKey: orpc.approvers.key() })
  const add = useMutation(
    orpc.approvers.add.mutationOptions({
      onError,
      onSettled,
      onSuccess: (outcome) => {
        if (outcome.kind === 'second-refused') return second.refused(outcome.waitMs)
        if (outcome.kind !== 'added') return
        notice({ text: t('added', { name: typed.name.trim() }) })
        setTyped(NOBODY)
        setIsChecked(false)
        second.clear()
      },
    }),
  )
  const remove = useMutation(
    orpc.approvers.remove.mutationOptions({
      onError,
      onSettled,
      onSuccess: (outcome) => {
        if (outcome.kind === 'second-refused') return second.refused(outcome.waitMs)
        if (outcome.kind !== 'removed') return
        notice({ text: t('removed') })
        second.clear()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (problems.name || problems.passphrase || problems.repeat || (isNeeded && person === null)) return
    const { name, passphrase } = typed
    add.mutate({ name: name.trim(), passphrase, ...(isNeeded && person !== null ? { confirm: person } : {}) })
  }
  const kind = add.data?.kind
  const refused = kind === undefined || kind === 'added' || kind === 'second-refused' ? null : kind
  return (
    <>
      <Typography color="textSecondary">{t('text')}</Typography>
      <Alert severity="info" variant="outlined">
        {isNeeded ? t('isOn') : t('isOff')}
      </Alert>
      {isNeeded && (
        <>
          <Typography>{t('confirmFirst')}</Typography>
          <SecondFields of={second} disabled={add.isPending || remove.isPending} />
          <Box component="ul" aria-label={t('list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {approvers.map(({ id, name }) => (
              <Box
                component="li"
                key={id}
                sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2, borderTop: 1, borderColor: 'divider' }}
              >
                <Typography sx={{ flex: 1, overflowWrap: 'anywhere' }}>{name}</Typography>
                <Button
                  size="small"
                  variant="outlined"
                  color="error"
                  disabled={person === null || remove.isPending}
                  onClick={() => person && remove.mutate({ approverId: id, confirm: person })}
                >
                  {approvers.length === 1 ? t('removeLast', { name }) : t('remove', { name })}
                </Button>
              </Box>
            ))}
          </Box>
        </>
      )}
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
        <TextField
          label={t('name')}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          error={isChecked && problems.name}
          helperText={isChecked && problems.name ? t('nameMissing') : t('nameHint')}
          autoComplete="off"
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        <TextField
          type="password"
          autoComplete="new-password"
          label={t('passphrase')}
          value={typed.passphrase}
          onChange={(event) => setTyped({ ...typed, passphrase: event.target.value })}
          error={isChecked && problems.passphrase}
          helperText={t('passphraseHint', { min: APPROVER_PASSPHRASE_MIN_LENGTH })}
        />
        <TextField
          type="password"
          autoComplete="new-password"
          label={t('repeat')}
          value={typed.repeat}
          onChange={(event) => setTyped({ ...typed, repeat: event.target.value })}
          error={isChecked && problems.repeat}
          helperText={isChecked && problems.repeat ? t('repeatWrong') : undefined}
        />
        {refused !== null && <Alert severity="error">{t(`refused.${refused}`)}</Alert>}
        <Box>
          <Button type="submit" variant="outlined" loading={add.isPending}>
            {t('add')}
          </Button>
        </Box>
      </Box>
    </>
  )
}
