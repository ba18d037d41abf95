import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { FactList } from '../../components/FactList'
import { RelativeTime } from '../../components/RelativeTime'
import { TimeSentence } from '../../components/TimeSentence'

/** What a station is and how it is connected. */
export function StationFactList({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  const { connection } = station
  const moment = (at: number | null) => at !== null && <RelativeTime at={at} />
  return (
    <FactList
      facts={[
        { name: t('detail.admission'), value: t(`admission.${station.admission}`) },
        { name: t('detail.vendor'), value: station.vendor },
        { name: t('detail.model'), value: station.model },
        { name: t('detail.firmware'), value: station.firmware },
        ...(connection.state === 'online'
          ? [
              { name: t('detail.protocol'), value: t(`protocol.${connection.protocol}`) },
              {
                name: t('detail.connection'),
                value: (
                  <TimeSentence
                    at={connection.since}
                    words={(when) =>
                      t(`detail.connectedFrom.${connection.transport}`, { address: connection.remoteAddress, when })
                    }
                  />
                ),
              },
            ]
          : [{ name: t('detail.lastSeen'), value: moment(station.lastSeenAt) || t('connection.never') }]),
        { name: t('detail.booted'), value: moment(station.bootedAt) || null },
        { name: t('detail.firstSeen'), value: moment(station.firstSeenAt) || null },
      ]}
    />
  )
}
