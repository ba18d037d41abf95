import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { StatusMark } from '../../components/StatusMark'

/** How a station stands with the site: waiting or refused first, then whether it is connected. */
export function ConnectionMark({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  if (station.admission !== 'admitted') return <StatusMark status={station.admission} />
  if (station.connection.state === 'online') return <StatusMark status="connected" />
  return <StatusMark status="offline" word={station.lastSeenAt === null ? t('connection.never') : undefined} />
}
