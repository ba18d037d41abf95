import Typography from '@mui/material/Typography'
import { useBeside } from '@renderer/components/list/useListFilter'
import type { Session } from '@shared/contract/sessions'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { DetailDrawer } from '../../components/DetailDrawer'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { Section } from '../../components/Section'
import { feeds } from '../../link/feeds'
import { useEntry, useFeedState, useGroup } from '../../link/useSelected'
import { AdmissionButtons } from './AdmissionButtons'
import { ConnectionMark } from './ConnectionMark'
import { ConnectorList } from './ConnectorList'
import { RunningSessions } from './RunningSessions'
import { StationCertificates } from './StationCertificates'
import { StationFactList } from './StationFactList'
import { StationNames } from './StationNames'
import { StationSecurityEvents } from './StationSecurityEvents'
import { StationWays } from './StationWays'
import { STATION_FILTER } from './stationFilter'

const NO_SESSIONS: readonly Session[] = []

/** One station, at `#/stations/<number>`. */
export function StationDrawer() {
  const { t } = useTranslation('stations')
  const navigate = useNavigate()
  const stationId = Number(useParams().stationId)
  const stations = useFeedState(feeds.stations)
  const station = useEntry(feeds.stations, stationId)
  const beside = useBeside(STATION_FILTER)
  const close = () => navigate(beside('/stations'))

  if (station !== undefined) return <Open station={station} onClose={close} />
  return (
    <DetailDrawer title={t('detail.title')} onClose={close}>
      {stations.state === 'loading' && <LoadingState />}
      {stations.state === 'failed' && <ErrorState error={stations.error} onRetry={stations.retry} />}
      {stations.state === 'ready' && <Typography>{t('detail.missing')}</Typography>}
    </DetailDrawer>
  )
}

function Open({ station, onClose }: { readonly station: Station; readonly onClose: () => void }) {
  const { t } = useTranslation('stations')
  const sessions = useGroup(feeds.runningSessions, station.id) ?? NO_SESSIONS
  return (
    <DetailDrawer
      title={station.identity}
      mark={<ConnectionMark station={station} />}
      subtitle={station.label === '' ? undefined : station.label}
      onClose={onClose}
      actions={
        <>
          <AdmissionButtons station={station} />
          <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1, minWidth: 200 }}>
            {t(`detail.hint.${station.admission}`)}
          </Typography>
        </>
      }
    >
      <StationWays station={station} />
      <Section title={t('detail.connectors')}>
        <ConnectorList station={station} sessions={sessions} />
      </Section>
      <Section title={t('detail.session')}>
        <RunningSessions sessions={sessions} connectors={station.connectors} />
      </Section>
      <Section title={t('detail.facts')}>
        <StationFactList station={station} />
      </Section>
      <Section title={t('detail.edit')}>
        <StationNames key={station.id} station={station} />
      </Section>
      <Section title={t('detail.certificates')}>
        <StationCertificates stationId={station.id} />
      </Section>
      <Section title={t('detail.security')}>
        <StationSecurityEvents stationId={station.id} />
      </Section>
    </DetailDrawer>
  )
}
