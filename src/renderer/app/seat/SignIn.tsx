import LockIcon from '@mui/icons-material/LockOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { LanguageMenu } from '@renderer/components/LanguageMenu'
import { useNow } from '@renderer/components/useNow'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { SECRET_MAX_LENGTH } from '@shared/contract/operatorSecret'
import type { SeatState } from '@shared/contract/seat'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ThemeMenu } from '../shell/ThemeMenu'
import { useLastOperator } from './useLastOperator'

export interface SignInProps {
  readonly seat: SeatState
}

/** Asks who is there: a name and a PIN, and nothing of the site but its name. */
export default function SignIn({ seat: { siteName, operators } }: SignInProps) {
  const { t } = useTranslation('operators')
  const explain = useExplain()
  const [last, remember] = useLastOperator()
  const [chosen, setChosen] = useState<number | null>(null)
  const [secret, setSecret] = useState('')
  const [waitsUntil, setWaitsUntil] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const now = useNow()
  const operatorId = [chosen, last, operators[0]?.id].find((id) => operators.some((other) => other.id === id)) ?? ''
  const name = operators.find(({ id }) => id === operatorId)?.name ?? ''
  const leftMs = waitsUntil === null ? 0 : waitsUntil - now

  const signIn = useMutation(
    useOrpc().seat.signIn.mutationOptions({
      onMutate: () => setSecret(''),
      onSuccess: (outcome, input) => {
        if (outcome.kind === 'signed-in') return remember(input.operatorId)
        setWaitsUntil(outcome.waitMs > 0 ? Date.now() + outcome.waitMs : null)
      },
      onSettled: () => field.current?.focus(),
    }),
  )
  useEffect(() => field.current?.focus(), [])

  const problem =
    leftMs > 0
      ? t('signIn.wait', { count: Math.ceil(leftMs / 1_000) })
      : signIn.isError
        ? explain(signIn.error).sentence
        : signIn.data?.kind === 'wrong' && !signIn.isPending
          ? t('signIn.wrong', { name })
          : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (operatorId === '' || secret === '' || signIn.isPending || leftMs > 0) return
    signIn.mutate({ operatorId, secret })
  }
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', overflowY: 'auto' }}>
      <title>{t('signIn.documentTitle', { site: siteName })}</title>
      <Box component="header" sx={{ display: 'flex', justifyContent: 'flex-end', gap: 2, p: 3 }}>
        <LanguageMenu />
        <ThemeMenu />
      </Box>
      <Box component="main" sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 6, pb: 20 }}>
        <Paper
          component="form"
          noValidate
          onSubmit={submit}
          variant="outlined"
          sx={{ display: 'grid', gap: 4, width: '100%', maxWidth: 400, p: 8, borderRadius: 1.5 }}
        >
          <Box sx={{ display: 'grid', justifyItems: 'center', gap: 2, mb: 2, textAlign: 'center' }}>
            <LockIcon aria-hidden sx={{ fontSize: 32, color: 'text.secondary' }} />
            <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
              {siteName}
            </Typography>
            <Typography color="textSecondary">{t('signIn.who')}</Typography>
          </Box>
          <TextField
            select
            label={t('signIn.name')}
            value={operatorId}
            onChange={(event) => {
              setChosen(Number(event.target.value))
              setWaitsUntil(null)
              signIn.reset()
            }}
          >
            {operators.map((operator) => (
              <MenuItem key={operator.id} value={operator.id}>
                {operator.name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            type="password"
            label={t('signIn.secret')}
            autoComplete="off"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
            error={problem !== null}
            helperText={problem ?? ' '}
            inputRef={field}
            slotProps={{ htmlInput: { maxLength: SECRET_MAX_LENGTH }, formHelperText: { role: 'status' } }}
          />
          <Button type="submit" variant="contained" loading={signIn.isPending} disabled={leftMs > 0}>
            {t('signIn.submit')}
          </Button>
          <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'center' }}>
            {t('signIn.serves')}
          </Typography>
          {problem !== null && (
            <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'center' }}>
              {t('signIn.forgotten')}
            </Typography>
          )}
        </Paper>
      </Box>
    </Box>
  )
}
