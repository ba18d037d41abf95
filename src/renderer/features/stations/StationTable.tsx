import Paper from '@mui/material/Paper'
import { useBeside } from '@renderer/components/list/useListFilter'
import styles from '@renderer/components/rows.module.css'
import { type CSSProperties, type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useGrowing } from '../../components/useGrowing'
import { feeds } from '../../link/feeds'
import { useEntry, useGroup } from '../../link/useSelected'
import { StationLink } from './StationLink'
import type { StationColumn } from './stationColumns'
import { STATION_FILTER } from './stationFilter'

interface StationTableProps {
  readonly stationIds: readonly number[]
  /** The same array until they change; the first names the station. */
  readonly columns: readonly StationColumn[]
  /** The one whose drawer is open. */
  readonly selectedId: number | null
}

/** The stations as rows; a click anywhere in a row, or its link, opens the station. */
export function StationTable({ stationIds, columns, selectedId }: StationTableProps) {
  const { t } = useTranslation('stations')
  const navigate = useNavigate()
  const beside = useBeside(STATION_FILTER)
  const drawn = useGrowing(stationIds.length)
  // Asked of the table, so that a row need not know where one is.
  const open = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a') !== null) return
    const stationId = target.closest('tr')?.dataset.station
    if (stationId !== undefined) void navigate(beside(`/stations/${stationId}`))
  }
  const widths = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties
  return (
    <Paper variant="outlined" sx={{ borderRadius: 1.5, overflow: 'hidden' }}>
      <table className={styles.table} style={widths} aria-label={t('title')}>
        <thead>
          <tr className={`${styles.row} ${styles.head}`}>
            {columns.map(({ field, headerName }) => (
              <th key={field} scope="col">
                {headerName}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the link in each row is for the keyboard */}
        <tbody onClick={open}>
          {stationIds.slice(0, drawn).map((stationId) => (
            <StationRow
              key={stationId}
              stationId={stationId}
              columns={columns}
              filter={beside('')}
              isOpen={stationId === selectedId}
            />
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

interface StationRowProps {
  readonly stationId: number
  readonly columns: readonly StationColumn[]
  /** Of the list, as its address has it. */
  readonly filter: string
  readonly isOpen: boolean
}

/** It watches its own station, and is drawn when that changes. */
const StationRow = memo(function StationRow({ stationId, columns, filter, isOpen }: StationRowProps) {
  const station = useEntry(feeds.stations, stationId)
  const sessions = useGroup(feeds.runningSessions, stationId)
  if (station === undefined) return null
  return (
    <tr className={`${styles.row} ${styles.item}`} data-station={stationId} aria-current={isOpen || undefined}>
      <th scope="row">
        <StationLink identity={station.identity} label={station.label} to={`/stations/${stationId}${filter}`} />
      </th>
      {columns.slice(1).map(({ field, cell }) => (
        <td key={field}>{cell(station, sessions)}</td>
      ))}
    </tr>
  )
})
