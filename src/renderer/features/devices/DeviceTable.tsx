import MuiLink from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { RelativeTime } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Device } from '@shared/contract/devices'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ConnectedMark, DeviceStateMark } from './deviceState'

const COLUMNS = ['device', 'state', 'connection', 'certificate', 'rate', 'seen'] as const

/** The devices as rows; a click anywhere in a row, or its link, opens the device. */
export function DeviceTable({
  devices,
  openId,
}: {
  readonly devices: readonly Device[]
  readonly openId: number | null
}) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const navigate = useNavigate()
  return (
    <TableContainer component={Paper} variant="outlined" sx={{ borderRadius: 1.5 }}>
      <Table aria-label={t('list')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} align={column === 'rate' ? 'right' : 'left'}>
                {t(`column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody sx={{ '& tr:last-of-type td, & tr:last-of-type th': { borderBottom: 'none' } }}>
          {devices.map((device) => (
            <TableRow
              key={device.id}
              hover
              selected={device.id === openId}
              onClick={() => navigate(`/devices/all/${device.id}`)}
              sx={{ cursor: 'pointer' }}
            >
              <TableCell component="th" scope="row">
                <MuiLink
                  component={Link}
                  to={`/devices/all/${device.id}`}
                  color="inherit"
                  underline="hover"
                  onClick={(event) => event.stopPropagation()}
                  sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
                >
                  {device.clientId}
                </MuiLink>
                <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {showUnprintable(device.label || [device.type, device.serviceCode].filter(Boolean).join(' '))}
                </Typography>
              </TableCell>
              <TableCell>
                <DeviceStateMark state={device.state} />
              </TableCell>
              <TableCell>
                <ConnectedMark connected={device.connected} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {device.certificate === null ? t('noCertificate') : format.date(device.certificate.notAfter)}
              </TableCell>
              <TableCell align="right">{format.number(device.messagesPerMinute)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {device.lastSeenAt === null ? t('never') : <RelativeTime at={device.lastSeenAt} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
