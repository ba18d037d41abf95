import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { PortsState } from '@shared/contract/ports'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StationNames } from './StationNames'
import { SwitchRow } from './SwitchRow'

/** TLS 1.0 and 1.1 for chargers of OCPP 1.6, with the risk in words, and who uses it. */
export function OldChargers({ state }: { readonly state: PortsState }) {
  const { t } = useTranslation(['reach', 'common'])
  const notice = useNotice()
  const explain = useExplain()
  const [asked, setAsked] = useState(false)
  const set = useMutation(
    useOrpc().ports.setOldChargers.mutationOptions({
      onSuccess: (_, { allowed }) => notice({ text: t(allowed ? 'old.allowed' : 'old.ended') }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
      onSettled: () => setAsked(false),
    }),
  )
  const { allowed, connected } = state.oldChargers
  return (
    <Section title={t('old.title')}>
      <SwitchRow
        call="ports.setOldChargers"
        label={t('old.label')}
        checked={allowed}
        busy={set.isPending}
        onChange={(wanted) => (wanted ? setAsked(true) : set.mutate({ allowed: false }))}
      />
      {allowed ? (
        <Alert severity="warning" variant="outlined">
          <Typography sx={{ mb: 2 }}>{t('old.risk')}</Typography>
          {!state.keys.both && state.keys.shown === 'ec' && (
            <Typography sx={{ mb: 2 }}>{t('old.rsaNeeded')}</Typography>
          )}
          {connected.length === 0 ? (
            <Typography>{t('old.unused')}</Typography>
          ) : (
            <>
              <Typography>{t('old.now')}</Typography>
              <StationNames stations={connected.map(({ tlsVersion, ...rest }) => ({ ...rest, note: tlsVersion }))} />
            </>
          )}
        </Alert>
      ) : (
        <Typography color="textSecondary">{t('old.how')}</Typography>
      )}
      {asked && (
        <Dialog open onClose={() => setAsked(false)} aria-labelledby="old-chargers">
          <DialogTitle id="old-chargers">{t('old.confirm.title')}</DialogTitle>
          <DialogContent>
            <Typography sx={{ mb: 2 }}>{t('old.risk')}</Typography>
            <Typography color="textSecondary">{t('old.how')}</Typography>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setAsked(false)}>{t('common:actions.cancel')}</Button>
            <Button
              color="error"
              variant="contained"
              loading={set.isPending}
              onClick={() => set.mutate({ allowed: true })}
            >
              {t('old.confirm.yes')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Section>
  )
}
