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

type Stations = readonly { readonly id: number; readonly identity: string }[]

/** Whether there is a port without TLS; who would stay away without it is named before. */
export function PlainPort({ plain }: { readonly plain: PortsState['plain'] }) {
  const { t } = useTranslation(['reach', 'common'])
  const notice = useNotice()
  const explain = useExplain()
  const [lockedOut, setLockedOut] = useState<Stations | null>(null)
  const set = useMutation(
    useOrpc().ports.setPlain.mutationOptions({
      onSuccess: (outcome, { open }) => {
        setLockedOut(outcome.kind === 'locks-out' ? outcome.stations : null)
        if (outcome.kind === 'saved') notice({ text: t(open ? 'plain.opened' : 'plain.closed') })
        if (outcome.kind === 'needs-tls') notice({ text: t('plain.needsTls'), severity: 'warning' })
      },
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  return (
    <Section title={t('plain.title')}>
      <SwitchRow
        call="ports.setPlain"
        label={t('plain.label')}
        checked={plain.wanted}
        busy={set.isPending}
        onChange={(open) => set.mutate({ open })}
      />
      <Typography color="textSecondary">{t(plain.wanted ? 'plain.on' : 'plain.off')}</Typography>
      {plain.publishesAt !== null && (
        <Alert severity={plain.wanted ? 'info' : 'warning'} variant="outlined" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
          {t('plain.publishes', { url: plain.publishesAt })}
        </Alert>
      )}
      {lockedOut !== null && (
        <Dialog open onClose={() => setLockedOut(null)} aria-labelledby="close-plain">
          <DialogTitle id="close-plain">{t('plain.confirm.title')}</DialogTitle>
          <DialogContent>
            <Typography sx={{ mb: 2 }}>{t('plain.confirm.lockedOut', { count: lockedOut.length })}</Typography>
            <StationNames stations={lockedOut} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setLockedOut(null)}>{t('common:actions.cancel')}</Button>
            <Button
              color="error"
              variant="contained"
              loading={set.isPending}
              onClick={() => set.mutate({ open: false, confirmed: true })}
            >
              {t('plain.confirm.yes')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Section>
  )
}
