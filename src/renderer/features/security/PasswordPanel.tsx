import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { CopyText, TimeSentence, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { StationSecurity } from '@shared/contract/security'
import type { Station } from '@shared/contract/stations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../stations/page/Panel'

interface PasswordPanelProps {
  readonly station: Station
  readonly security: StationSecurity
}

/** A station's password: made here and shown once, or sent to the station over its own connection. */
export function PasswordPanel({ station, security }: PasswordPanelProps) {
  const { t } = useTranslation('security')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const { id: stationId, identity } = station
  const [shown, setShown] = useState<string | null>(null)
  const onError = (error: unknown) => notice({ text: explain(error).sentence, severity: 'error' })
  const onSettled = () => void queries.invalidateQueries({ queryKey: orpc.security.key() })
  const make = useMutation({
    // Whoever types it in takes a while; the charger is not locked out in the meantime.
    mutationFn: () => client.security.setPassword({ stationId, keepOld: true }),
    onSuccess: ({ password }) => setShown(password),
    onError,
    onSettled,
  })
  const rotate = useMutation({
    mutationFn: () => client.security.rotatePassword({ stationId }),
    onSuccess: ({ kind }) =>
      notice({ text: t(`password.${kind}`, { identity }), severity: kind === 'sent' ? 'success' : 'warning' }),
    onError,
    onSettled,
  })
  const { passwordAt, nextPasswordAt } = security
  const busy = make.isPending || rotate.isPending
  return (
    <Panel title={t('password.title')}>
      {passwordAt === null ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('password.none')}</Typography>
      ) : (
        <Typography>
          <TimeSentence at={passwordAt} words={(when) => t('password.set', { when })} />
        </Typography>
      )}
      {nextPasswordAt !== null && (
        <Typography>
          <TimeSentence at={nextPasswordAt} words={(when) => t('password.next', { when })} />
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>
        <PermittedButton call="security.setPassword" variant="outlined" disabled={busy} onClick={() => make.mutate()}>
          {t('password.generate')}
        </PermittedButton>
        {passwordAt !== null && security.now !== null && (
          <PermittedButton
            call="security.rotatePassword"
            variant="outlined"
            disabled={busy}
            onClick={() => rotate.mutate()}
          >
            {t('password.rotate')}
          </PermittedButton>
        )}
      </Box>
      {passwordAt !== null && security.now !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('password.rotateHint')}
        </Typography>
      )}
      {shown !== null && (
        <Dialog open aria-labelledby="password-once">
          <DialogTitle id="password-once">{t('password.once.title', { identity })}</DialogTitle>
          <DialogContent>
            <Typography sx={{ mb: 3 }}>{t('password.once.body')}</Typography>
            <CopyText text={shown} what={t('password.once.password')} />
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
              {t('password.once.user')}: {identity}. {t('password.once.older')}
            </Typography>
          </DialogContent>
          <DialogActions>
            <Button variant="contained" onClick={() => setShown(null)}>
              {t('password.once.done')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Panel>
  )
}
