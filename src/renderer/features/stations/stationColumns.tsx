import { type WrittenColumn, writtenTime } from '@renderer/components/list/listColumn'
import type { Session } from '@shared/contract/sessions'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../components/RelativeTime'
import { StatusMark } from '../../components/StatusMark'
import { ConnectionMark } from './ConnectionMark'
import { evseRows, keptEvseRows } from './evseRows'
import styles from './StationTable.module.css'

/** A station with the sessions that run at it. */
export interface StationAtWork extends Station {
  readonly sessions: readonly Session[]
}

/** A column of the list of stations; the first of them names the station and is drawn by the table itself. */
export interface StationColumn extends WrittenColumn<StationAtWork> {
  readonly headerName: string
  /** As a column of a CSS grid. */
  readonly width: string
  readonly cell: (station: Station, sessions: readonly Session[] | undefined) => ReactNode
}

/** The columns of the list of stations. */
export function useStationColumns(): StationColumn[] {
  const { t } = useTranslation(['stations', 'common'])
  return useMemo(() => {
    const standing = (station: Station) => {
      if (station.admission !== 'admitted') return t(`common:status.${station.admission}`)
      if (station.connection.state === 'online') return t('common:status.connected')
      return station.lastSeenAt === null ? t('connection.never') : t('common:status.offline')
    }
    const made = ({ vendor, model }: Station) => [vendor, model].filter(Boolean).join(' ')
    return [
      {
        field: 'station',
        headerName: t('columns.station'),
        width: '1.5fr',
        hideable: false,
        cell: () => null,
        written: ({ identity }) => identity,
      },
      {
        field: 'state',
        headerName: t('columns.state'),
        width: '1.1fr',
        cell: (station) => <ConnectionMark station={station} />,
        written: standing,
      },
      {
        field: 'connectors',
        headerName: t('columns.connectors'),
        width: '1.6fr',
        cell: (station, sessions) => (
          <div className={styles.marks}>
            {station.connection.state === 'online' &&
              keptEvseRows(station, sessions).map((row) => <StatusMark key={row.evseId} status={row.status} />)}
          </div>
        ),
        written: (station) => {
          if (station.connection.state !== 'online') return ''
          return evseRows(station, station.sessions)
            .map(({ status }) => t(`common:status.${status}`))
            .join(', ')
        },
      },
      {
        field: 'model',
        headerName: t('columns.model'),
        width: '1.5fr',
        cell: (station) => showUnprintable(made(station)),
        written: made,
      },
      {
        field: 'serialNumber',
        headerName: t('columns.serialNumber'),
        width: '1.2fr',
        cell: ({ serialNumber }) => showUnprintable(serialNumber ?? ''),
        written: ({ serialNumber }) => serialNumber,
      },
      {
        field: 'firmware',
        headerName: t('detail.firmware'),
        width: '1fr',
        extra: true,
        cell: ({ firmware }) => showUnprintable(firmware ?? ''),
        written: ({ firmware }) => firmware,
      },
      {
        field: 'seen',
        headerName: t('columns.seen'),
        width: '116px',
        // Of one that is connected, the time that is kept is of its last heartbeat or boot, however much it says since.
        cell: ({ connection, lastSeenAt }) =>
          connection.state === 'online'
            ? t('common:time.justNow')
            : lastSeenAt !== null && <RelativeTime at={lastSeenAt} />,
        written: ({ connection, lastSeenAt }) => writtenTime(connection.state === 'online' ? Date.now() : lastSeenAt),
      },
    ]
  }, [t])
}
