import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { Session } from '@shared/contract/sessions'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { RelativeTime } from '../../components/RelativeTime'
import { StatusMark } from '../../components/StatusMark'
import { ConnectionMark } from './ConnectionMark'
import { evseRows } from './evseRows'
import { StationLink } from './StationLink'

interface StationTableProps {
  readonly stations: readonly Station[]
  readonly sessions: readonly Session[]
  /** The one whose drawer is open. */
  readonly selectedId: number | null
}

const COLUMNS = ['station', 'state', 'connectors', 'model', 'serialNumber', 'seen'] as const

/** The stations as rows; a click anywhere in a row, or its link, opens the station. */
export function StationTable({ stations, sessions, selectedId }: StationTableProps) {
  const { t } = useTranslation('stations')
  const navigate = useNavigate()
  return (
    <TableContainer component={Paper} variant="outlined" sx={{ borderRadius: 1.5 }}>
      <Table aria-label={t('title')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column}>{t(`columns.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody sx={{ '& tr:last-of-type td, & tr:last-of-type th': { borderBottom: 'none' } }}>
          {stations.map((station) => (
            <TableRow
              key={station.id}
              hover
              selected={station.id === selectedId}
              onClick={() => navigate(`/stations/${station.id}`)}
              sx={{ cursor: 'pointer' }}
            >
              <TableCell component="th" scope="row">
                <StationLink station={station} to={`/stations/${station.id}`} />
              </TableCell>
              <TableCell>
                <ConnectionMark station={station} />
              </TableCell>
              <TableCell>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1 }}>
                  {station.connection.state === 'online' &&
                    evseRows(station, sessions).map((row) => <StatusMark key={row.evseId} status={row.status} />)}
                </Box>
              </TableCell>
              <TableCell>{showUnprintable([station.vendor, station.model].filter(Boolean).join(' '))}</TableCell>
              <TableCell>{showUnprintable(station.serialNumber ?? '')}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {station.lastSeenAt !== null && <RelativeTime at={station.lastSeenAt} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
