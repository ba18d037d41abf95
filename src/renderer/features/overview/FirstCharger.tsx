import EvStationIcon from '@mui/icons-material/EvStationOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useTranslation } from 'react-i18next'
import { reachableAddresses } from '../../app/reachable'
import { useSite } from '../../app/SiteContext'
import { CopyText } from '../../components/CopyText'
import { EmptyState } from '../../components/EmptyState'

/** How to connect the first charger: what to type into it. */
export function FirstCharger() {
  const { t } = useTranslation('overview')
  const { t: tShell } = useTranslation('shell')
  const site = useSite()
  const addresses = reachableAddresses(site)
  const without = site.listeners.length > 0 ? t('empty.noAddress') : tShell('strip.notListeningHint')
  return (
    <Paper variant="outlined" sx={{ borderRadius: 1.5 }}>
      <EmptyState
        icon={<EvStationIcon />}
        title={t('empty.title')}
        action={
          <PermittedButton call="stations.register" to="/stations/new" variant="outlined">
            {t('empty.addStation')}
          </PermittedButton>
        }
      >
        <p>{addresses.length === 0 ? without : t('empty.body')}</p>
        {addresses.map((address) => (
          <Box key={address} sx={{ color: 'text.primary' }}>
            <CopyText text={`${address}/${t('empty.identity')}`} what={tShell('strip.address')} />
          </Box>
        ))}
        <p>
          {t('empty.separate')} {t('empty.andThen')}
        </p>
      </EmptyState>
    </Paper>
  )
}
