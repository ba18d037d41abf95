import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { StationSecurity } from '@shared/contract/security'
import type { Station } from '@shared/contract/stations'
import { SECURITY_PROFILES, type SecurityProfile } from '@shared/ocpp/securityProfile'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../stations/page/Panel'
import { meetsProfile } from './meetsProfile'

interface ProfilePanelProps {
  readonly station: Station
  readonly security: StationSecurity
}

/** Which profile a station is held to, and the choice of another one, with what that will mean for its connection. */
export function ProfilePanel({ station, security }: ProfilePanelProps) {
  const { t } = useTranslation(['security', 'common'])
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const { id: stationId, identity } = station
  const [wanted, setWanted] = useState<SecurityProfile | null>(null)
  const set = useMutation({
    mutationFn: (profile: SecurityProfile) => client.security.setProfile({ stationId, profile }),
    onSuccess: (outcome, profile) => {
      const isSaved = outcome.kind === 'saved'
      notice({
        text: isSaved ? t('profile.saved', { identity, profile }) : t(`profile.${outcome.kind}`),
        severity: isSaved ? 'success' : 'warning',
      })
    },
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    onSettled: () => {
      setWanted(null)
      void queries.invalidateQueries({ queryKey: orpc.security.key() })
    },
  })
  const { profile, now, coming } = security
  return (
    <Panel title={t('profile.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 3 }}>{t('profile.hint')}</Typography>
      <RadioGroup
        aria-label={t('profile.title')}
        value={String(wanted ?? profile)}
        onChange={(_, value) => setWanted(SECURITY_PROFILES.find((each) => String(each) === value) ?? null)}
      >
        {SECURITY_PROFILES.map((each) => (
          <Box key={each} sx={{ mb: 2 }}>
            <FormControlLabel
              value={String(each)}
              control={<Radio disabled={set.isPending} />}
              label={t(`profile.name.${each}`)}
            />
            <Typography variant="body2" sx={{ color: 'text.secondary', pl: 8, maxWidth: 640 }}>
              {t(`profile.means.${each}`)}
            </Typography>
          </Box>
        ))}
      </RadioGroup>
      {wanted !== null && wanted !== profile && (
        <Dialog open onClose={() => setWanted(null)} aria-labelledby="profile-question">
          <DialogTitle id="profile-question">{t('profile.confirm.title', { identity, profile: wanted })}</DialogTitle>
          <DialogContent>
            <Typography>
              {t(now !== null && !meetsProfile(wanted, now) ? 'profile.confirm.disconnects' : 'profile.confirm.keeps')}
            </Typography>
            <Typography sx={{ my: 2 }}>{t(`profile.means.${wanted}`)}</Typography>
            {wanted > 0 && <Typography>{t('profile.confirm.change')}</Typography>}
            {coming !== null && <Typography sx={{ mt: 2 }}>{t('profile.confirm.endsUpgrade')}</Typography>}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setWanted(null)}>{t('common:actions.cancel')}</Button>
            <PermittedButton
              call="security.setProfile"
              variant="contained"
              disabled={set.isPending}
              onClick={() => set.mutate(wanted)}
            >
              {t('profile.confirm.yes', { profile: wanted })}
            </PermittedButton>
          </DialogActions>
        </Dialog>
      )}
    </Panel>
  )
}
