import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { type WrittenColumn, writtenNumber, writtenTime } from '@renderer/components/list/listColumn'
import { useBeside } from '@renderer/components/list/useListFilter'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Device } from '@shared/contract/devices'
import { showUnprintable } from '@shared/printable'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ConnectedMark, DeviceStateMark, LastSeen } from './deviceState'
import { DEVICE_FILTER } from './shownDevices'

/** A column of the list of devices; the first of them names the device. */
export interface DeviceColumn extends WrittenColumn<Device> {
  readonly headerName: string
  readonly align?: 'right'
  readonly cell: (device: Device) => ReactNode
}

/** The columns of the list of devices. */
export function useDeviceColumns(): DeviceColumn[] {
  const { t } = useTranslation('devices')
  const format = useFormat()
  return useMemo(
    () => [
      {
        field: 'device',
        headerName: t('column.device'),
        hideable: false,
        cell: (device) => <DeviceName device={device} />,
        written: ({ clientId }) => clientId,
      },
      {
        field: 'state',
        headerName: t('column.state'),
        cell: ({ state }) => <DeviceStateMark state={state} />,
        written: ({ state }) => t(`state.${state}`),
      },
      {
        field: 'connection',
        headerName: t('column.connection'),
        cell: ({ connected }) => <ConnectedMark connected={connected} />,
        written: ({ connected }) => t(connected ? 'connected' : 'notConnected'),
      },
      {
        field: 'certificate',
        headerName: t('column.certificate'),
        cell: ({ certificate }) => (certificate === null ? t('noCertificate') : format.date(certificate.notAfter)),
        written: ({ certificate }) => writtenTime(certificate?.notAfter ?? null),
      },
      {
        field: 'rate',
        headerName: t('column.rate'),
        align: 'right',
        cell: ({ messagesPerMinute }) => format.number(messagesPerMinute),
        written: ({ messagesPerMinute }) => writtenNumber(messagesPerMinute),
      },
      {
        field: 'seen',
        headerName: t('column.seen'),
        cell: (device) => <LastSeen device={device} />,
        written: ({ connected, lastSeenAt }) => writtenTime(connected ? Date.now() : lastSeenAt),
      },
    ],
    [t, format],
  )
}

/** Its name, which leads to it, and its label or what it is. */
function DeviceName({ device }: { readonly device: Device }) {
  const beside = useBeside(DEVICE_FILTER)
  return (
    <>
      <MuiLink
        component={Link}
        to={beside(`/devices/all/${device.id}`)}
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
    </>
  )
}
