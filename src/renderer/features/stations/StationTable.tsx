import Paper from '@mui/material/Paper'
import { showUnprintable } from '@shared/printable'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { RelativeTime } from '../../components/RelativeTime'
import { StatusMark } from '../../components/StatusMark'
import { useGrowing } from '../../components/useGrowing'
import { feeds } from '../../link/feeds'
import { useEntry, useGroup } from '../../link/useSelected'
import { ConnectionMark } from './ConnectionMark'
import { keptEvseRows } from './evseRows'
import { StationLink } from './StationLink'
import styles from './StationTable.module.css'

interface StationTableProps {
  readonly stationIds: readonly number[]
  /** The one whose drawer is open. */
  readonly selectedId: number | null
}

const COLUMNS = ['station', 'state', 'connectors', 'model', 'serialNumber', 'seen'] as const

/** The stations as rows; a click anywhere in a row, or its link, opens the station. */
export function StationTable({ stationIds, selectedId }: StationTableProps) {
  const { t } = useTranslation('stations')
  const navigate = useNavigate()
  const drawn = useGrowing(stationIds.length)
  // Asked of the table, so that a row need not know where one is.
  const open = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a') !== null) return
    const stationId = target.closest('tr')?.dataset.station
    if (stationId !== undefined) void navigate(`/stations/${stationId}`)
  }
  return (
    <Paper variant="outlined" sx={{ borderRadius: 1.5, overflow: 'hidden' }}>
      <table className={styles.table} aria-label={t('title')}>
        <thead>
          <tr className={`${styles.row} ${styles.head}`}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the link in each row is for the keyboard */}
        <tbody onClick={open}>
          {stationIds.slice(0, drawn).map((stationId) => (
            <StationRow key={stationId} stationId={stationId} isOpen={stationId === selectedId} />
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

interface StationRowProps {
  readonly stationId: number
  readonly isOpen: boolean
}

/** It watches its own station, and is drawn when that changes. */
const StationRow = memo(function StationRow({ stationId, isOpen }: StationRowProps) {
  const station = useEntry(feeds.stations, stationId)
  const sessions = useGroup(feeds.runningSessions, stationId)
  if (station === undefined) return null
  const { vendor, model, serialNumber, lastSeenAt } = station
  const isOnline = station.connection.state === 'online'
  return (
    <tr className={`${styles.row} ${styles.station}`} data-station={stationId} aria-current={isOpen || undefined}>
      <th scope="row">
        <StationLink identity={station.identity} label={station.label} to={`/stations/${stationId}`} />
      </th>
      <td>
        <ConnectionMark station={station} />
      </td>
      <td>
        <div className={styles.marks}>
          {isOnline &&
            keptEvseRows(station, sessions).map((row) => <StatusMark key={row.evseId} status={row.status} />)}
        </div>
      </td>
      <td>{showUnprintable([vendor, model].filter(Boolean).join(' '))}</td>
      <td>{showUnprintable(serialNumber ?? '')}</td>
      <td>{lastSeenAt !== null && <RelativeTime at={lastSeenAt} />}</td>
    </tr>
  )
})
