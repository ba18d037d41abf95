import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, RelativeTime } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import type { StationSecurity } from '@shared/contract/security'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CalledOtherwise } from '../stations/CalledOtherwise'
import { Panel } from '../stations/page/Panel'
import type { StationTabProps } from '../stations/page/stationTab'
import { PasswordPanel } from './PasswordPanel'
import { ProfilePanel } from './ProfilePanel'
import { RefusedCallList } from './RefusedCallList'
import { UpgradePanel } from './upgrade/UpgradePanel'

/** How a station has to prove who it is, how it did, and when it was turned away. */
export default function SecurityTab({ station }: StationTabProps) {
  const { t } = useTranslation('security')
  const orpc = useOrpc()
  const input = { stationId: station.id }
  const { data, error, isError, refetch } = useQuery(orpc.security.get.queryOptions({ input }))
  const calls = useQuery(orpc.refusedCalls.find.queryOptions({ input })).data
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={4} />
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 880 }}>
      <Panel title={t('now.title')}>
        <ConnectedBy identity={station.identity} now={data.now} />
        {data.hasCertificate && data.now !== null && data.now.provedBy !== 'certificate' && (
          <Typography>{t('now.hasCertificate')}</Typography>
        )}
      </Panel>
      <UpgradePanel station={station} profile={data.profile} />
      <ProfilePanel station={station} security={data} />
      <PasswordPanel station={station} security={data} />
      <Panel title={t('calls.title')}>
        <CalledOtherwise station={station} />
        {calls === undefined || calls.length === 0 ? (
          <Typography sx={{ color: 'text.secondary' }}>{t('calls.none')}</Typography>
        ) : (
          <RefusedCallList calls={calls} />
        )}
      </Panel>
    </Box>
  )
}

function ConnectedBy({ identity, now }: { readonly identity: string; readonly now: StationSecurity['now'] }) {
  const { t } = useTranslation('security')
  if (now === null) return <Typography sx={{ color: 'text.secondary' }}>{t('now.offline')}</Typography>
  return (
    <>
      <Typography>
        {t(`now.${now.transport}`)} · {t('calls.from', { address: now.remoteAddress })} ·{' '}
        <RelativeTime at={now.since} />
      </Typography>
      <Typography>{t(`now.${now.provedBy}`, { identity })}</Typography>
    </>
  )
}
