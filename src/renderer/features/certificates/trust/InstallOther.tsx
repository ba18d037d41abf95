import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { INSTALLED_USES } from '@shared/commands/certificates'
import type { InstalledUse } from '@shared/contract/roots'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotPossibleWords } from '../../commands/useNotPossibleWords'

interface InstallOtherProps {
  readonly station: Station
  readonly onEnd: () => void
}

/** Installs somebody else's root: the manufacturer's for firmware, or another one for this server. */
export function InstallOther({ station, onEnd }: InstallOtherProps) {
  const { t } = useTranslation(['roots', 'common'])
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const why = useNotPossibleWords()
  const [use, setUse] = useState<InstalledUse>('manufacturer-root')
  const [certificate, setCertificate] = useState('')
  const identity = showUnprintable(station.identity)
  const install = useMutation(
    orpc.roots.installOther.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind !== 'sent' && outcome.kind !== 'waiting') return
        notice({ text: t(`outcome.${outcome.kind}`, { identity }) })
        void queries.invalidateQueries({ queryKey: orpc.roots.key() })
        onEnd()
      },
    }),
  )
  const outcome = install.data
  const problem =
    outcome?.kind === 'no-root'
      ? t(`noRoot.${outcome.reason}`)
      : outcome?.kind === 'not-possible'
        ? why(outcome.reason)
        : outcome?.kind === 'offline'
          ? t('outcome.offline', { identity })
          : install.isError
            ? explain(install.error).sentence
            : null
  return (
    <Dialog open onClose={onEnd} fullWidth maxWidth="sm" aria-labelledby="install-other">
      <DialogTitle id="install-other">{t('other.title', { identity })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        <Typography sx={{ color: 'text.secondary' }}>{t('other.text')}</Typography>
        <TextField
          select
          label={t('other.use')}
          value={use}
          onChange={(event) => setUse(INSTALLED_USES.find((each) => each === event.target.value) ?? use)}
        >
          {INSTALLED_USES.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`use.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          multiline
          minRows={6}
          maxRows={12}
          label={t('other.pem')}
          value={certificate}
          onChange={(event) => setCertificate(event.target.value)}
        />
        {problem !== null && (
          <Alert severity="error" variant="outlined">
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onEnd}>{t('common:actions.cancel')}</Button>
        <PermittedButton
          call="roots.installOther"
          variant="contained"
          disabled={certificate.trim() === ''}
          loading={install.isPending}
          onClick={() => install.mutate({ stationId: station.id, use, certificate })}
        >
          {t('other.yes')}
        </PermittedButton>
      </DialogActions>
    </Dialog>
  )
}
