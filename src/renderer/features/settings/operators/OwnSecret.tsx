import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { SeatState } from '@shared/contract/seat'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SecretFields } from './SecretFields'
import { NO_SECRET, pairProblem } from './secretPair'

/** The own PIN or password, which nobody else needs to know. */
export function OwnSecret({ who }: { readonly who: NonNullable<SeatState['who']> }) {
  const { t } = useTranslation(['operators', 'shell'])
  const notice = useNotice()
  const explain = useExplain()
  const [present, setPresent] = useState('')
  const [pair, setPair] = useState(NO_SECRET)
  const [isChecked, setIsChecked] = useState(false)
  const set = useMutation(
    useOrpc().seat.setSecret.mutationOptions({
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
      onSuccess: (outcome) => {
        setPresent('')
        if (outcome.kind !== 'saved') return
        notice({ text: t('ownSaved') })
        setPair(NO_SECRET)
        setIsChecked(false)
      },
    }),
  )
  const wrong =
    set.data?.kind === 'wrong' && present === '' ? t(set.data.waitMs > 0 ? 'presentWait' : 'presentWrong') : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (present === '' || pairProblem(pair) !== null || set.isPending) return
    set.mutate({ present, secret: pair.secret })
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
      <Typography>{t('ownText', { name: who.name, role: t(`shell:roles.${who.role}`) })}</Typography>
      <TextField
        type="password"
        autoComplete="off"
        label={t('present')}
        value={present}
        disabled={set.isPending}
        onChange={(event) => setPresent(event.target.value)}
        error={wrong !== null}
        helperText={wrong}
      />
      <SecretFields label={t('fresh')} value={pair} isChecked={isChecked} disabled={set.isPending} onChange={setPair} />
      <Box>
        <Button type="submit" variant="outlined" loading={set.isPending}>
          {t('setSecret')}
        </Button>
      </Box>
    </Box>
  )
}
